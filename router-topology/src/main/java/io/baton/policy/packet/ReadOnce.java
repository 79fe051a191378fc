// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.policy.signal.ReplyFeatures;
import io.baton.policy.signal.TextFeatures;
import io.baton.policy.signal.TextScorer;
import io.baton.policy.signal.text.WordSink;
import java.util.HashMap;
import java.util.Map;

/** Keeps what was read of each text while one packet is written: several parts ask for the same ones. Not thread-safe. */
final class ReadOnce implements TextScorer {

    private final TextScorer scorer;
    private final Map<String, TextFeatures> read = new HashMap<>();

    ReadOnce(TextScorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public TextFeatures score(String maskedText) {
        return read.computeIfAbsent(maskedText, scorer::score);
    }

    @Override
    public TextFeatures score(String maskedText, WordSink words) {
        return scorer.score(maskedText, words);
    }

    @Override
    public ReplyFeatures reply(String maskedText) {
        return scorer.reply(maskedText);
    }
}
