// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * The configuration of a router: a tree of records, parsed once, valid or not built.
 *
 * <p>No defaults are hidden elsewhere, and nothing here connects to anything.
 */
@NullMarked
package io.baton.config;

import org.jspecify.annotations.NullMarked;
