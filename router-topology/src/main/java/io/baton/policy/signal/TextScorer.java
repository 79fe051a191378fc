// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.signal.text.WordSink;

/** Reads a text that intake has masked. Pure and thread-safe: the same text gives the same features. */
public interface TextScorer {
    TextFeatures score(String maskedText);

    /** @param words is told the words of the text as well */
    TextFeatures score(String maskedText, WordSink words);

    /** The little that a reply of the assistant is asked for, the same as {@link #score(String)} says of it. */
    ReplyFeatures reply(String maskedText);
}
