// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * The table of contents: {@code RouterTopology} and one class a chapter.
 *
 * <p>Chapters do not import each other, and nothing here decides anything about a conversation.
 */
@NullMarked
package io.baton.topology;

import org.jspecify.annotations.NullMarked;
