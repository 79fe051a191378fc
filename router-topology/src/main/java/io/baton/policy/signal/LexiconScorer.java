// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.ruleset.PhraseRule;
import io.baton.policy.signal.text.CueTrie;
import io.baton.policy.signal.text.Lexicon;
import io.baton.policy.signal.text.WordSink;
import io.baton.policy.signal.text.Words;

/**
 * Scores a text with word lists: valence with negation and degree, the phrases of the policy, requests for a human and a
 * sketch of the wording. English first. It costs a few microseconds a message and knows no context beyond the message.
 */
public final class LexiconScorer implements TextScorer {

    private final CueTrie cues;
    private final CueTrie repliesCues;

    public LexiconScorer(PhraseRule phrases) {
        this.cues = Lexicon.with(phrases);
        this.repliesCues = Lexicon.ofReplies(phrases, cues);
    }

    @Override
    public TextFeatures score(String maskedText) {
        return score(maskedText, WordSink.NONE);
    }

    @Override
    public TextFeatures score(String maskedText, WordSink sink) {
        Words words = Words.again(maskedText, cues, sink);
        Impression impression = new Impression(words);
        for (int word = 0; word < words.count(); word++) {
            impression.next(word);
            cues.match(words, word, impression);
        }
        return impression.features();
    }

    @Override
    public ReplyFeatures reply(String maskedText) {
        Words words = Words.again(maskedText, repliesCues, WordSink.NONE);
        ReplyImpression impression = new ReplyImpression(words);
        for (int word = 0; word < words.count(); word++) {
            impression.next(word);
            repliesCues.match(words, word, impression);
        }
        return impression.features();
    }
}
