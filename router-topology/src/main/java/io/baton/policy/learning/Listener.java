// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.policy.signal.TextFeatures;
import io.baton.policy.signal.TextScorer;

/**
 * Reads messages. Immutable; safe to share.
 */
final class Listener {

    /** Characters that are looked at. A longer message has said by then how its writer feels. */
    static final int MOST_CHARS = 4096;

    private static final int SHORT_WORDS = 3;
    private static final int LONG_WORDS = 20;

    private final TextScorer lexicon;
    private final ActTable acts = new ActTable();

    Listener(TextScorer lexicon) {
        this.lexicon = lexicon;
    }

    /** @param maskedText as intake leaves it */
    void read(String maskedText, Utterance into) {
        String text = beginning(maskedText);
        into.tokens.begin();
        TextFeatures sound = lexicon.score(text, into.tokens);
        if (!into.tokens.sure()) {
            into.tokens.read(text);
        }
        into.acts = acts.find(into.tokens) | marks(into.tokens);
        into.valence = (float) sound.valence();
        into.emphasis = (float) sound.emphasis();
        into.wantsHuman = sound.humanRequest();
        into.asksAgain = sound.rePrompt();
        into.disputes = sound.disputed();
        into.courtesy = sound.courtesy();
    }

    private static String beginning(String text) {
        if (text.length() <= MOST_CHARS) {
            return text;
        }
        boolean split = Character.isHighSurrogate(text.charAt(MOST_CHARS - 1));
        return text.substring(0, split ? MOST_CHARS - 1 : MOST_CHARS);
    }

    private static int marks(Tokens tokens) {
        int found = 0;
        if (tokens.endsWithQuestion()) {
            found |= Act.ASKED.bit();
        } else if (tokens.questions() > 0) {
            found |= Act.ASKED_EARLIER.bit();
        }
        found |= tokens.numbers() > 0 ? Act.NUMBERED.bit() : 0;
        found |= tokens.words() <= SHORT_WORDS ? Act.SHORT.bit() : 0;
        return found | (tokens.words() > LONG_WORDS ? Act.LONG.bit() : 0);
    }
}
