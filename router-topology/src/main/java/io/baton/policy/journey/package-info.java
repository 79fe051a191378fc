// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Journey (chapter 2): what is known of a customer at a moment: profile, consent, contacts, product signals, and the
 * segment that follows from them.
 *
 * <p>No conversation is decided here and no text of one is kept.
 */
@NullMarked
package io.baton.policy.journey;

import org.jspecify.annotations.NullMarked;
