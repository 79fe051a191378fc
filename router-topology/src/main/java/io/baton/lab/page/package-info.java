// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Pages that stand by themselves: one HTML file with tables and pictures, nothing loaded from anywhere.
 */
@NullMarked
package io.baton.lab.page;

import org.jspecify.annotations.NullMarked;
