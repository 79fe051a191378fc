// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * What people and models learn from: items to review, and labelled examples (L01–L07, L12).
 *
 * <p>Nothing here decides how a conversation goes on, and no text passes that intake has not masked.
 */
@NullMarked
package io.baton.policy.feed;

import org.jspecify.annotations.NullMarked;
