// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * The ticket-mix audit: which kinds of tickets there are, and which of them to automate first (R04, R20, M29).
 *
 * <p>Reads exports and recorded events; starts no broker and decides nothing.
 */
@NullMarked
package io.baton.lab.audit;

import org.jspecify.annotations.NullMarked;
