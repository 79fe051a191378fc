// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * How conversations are kept on the heap and in their changelog: state and journal entries as compact bytes, and what
 * differs between two states of a conversation.
 *
 * <p>No rule of the conversation is known here: what goes in comes out equal, whatever it means.
 */
@NullMarked
package io.baton.store;

import org.jspecify.annotations.NullMarked;
