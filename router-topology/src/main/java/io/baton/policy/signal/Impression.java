// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.signal.text.Cue;
import io.baton.policy.signal.text.CueTrie;
import io.baton.policy.signal.text.Meaning;
import io.baton.policy.signal.text.Sketch;
import io.baton.policy.signal.text.Words;

/** Gathers the features of one text while its words go by; used once. */
final class Impression implements CueTrie.Sink {

    /** Share of words in capitals, and how many, from which a text is shouted. */
    private static final double SHOUTED_SHARE = 0.5;

    private static final int SHOUTED_WORDS = 3;
    private static final int BARE_WORDS = 5;
    /** No cue behind this one is counted. */
    private static final int KINDS = index(Cue.GOODBYE) + 1;

    private final Words words;
    private final Valence valence;
    private final Request request;
    private final Sketch sketch;
    private final int[] counts = new int[KINDS];
    private final int[] ends = new int[KINDS];
    private boolean contrast;
    private boolean filler = true;
    /** Whether the current word is one that may follow somebody who is asked for. */
    private boolean familiar;

    private int current = -1;
    private int substance;

    Impression(Words words) {
        this.words = words;
        this.sketch = words.sketch();
        this.valence = new Valence(words);
        this.request = new Request(words.exclamations() > 0);
    }

    void next(int word) {
        finishWord();
        current = word;
        filler = false;
        familiar = false;
        if (words.breaksBefore(word)) {
            valence.breakClause();
            request.breakClause();
        }
    }

    @Override
    public void found(Meaning meaning, int start, int length) {
        Cue cue = meaning.cue();
        familiar |= cue != Cue.VALENCE || meaning.value() != 0;
        switch (cue) {
            case VALENCE -> valence.feel(meaning, start, length);
            case NEGATOR -> valence.negate(meaning, start, length);
            case DEGREE -> valence.degree(meaning, start, length);
            case CONTRAST -> {
                contrast = true;
                valence.contrast();
                request.breakClause();
            }
            case FILLER -> filler = true;
            case ESCALATION, ALTERNATIVES ->
                count(cue, start, length, !request.refused(start) && !valence.denied(start));
            case LEGAL -> count(cue, start, length, !request.refused(start));
            case DISTRESS, URGENCY, TRIED, DISPUTE, EXPORT -> count(cue, start, length, !valence.negated(start));
            case RE_PROMPT, GOODBYE -> count(cue, start, length, true);
            case THANKS -> {
                count(cue, start, length, true);
                request.thank();
            }
            default -> request.hear(cue, start, length);
        }
    }

    TextFeatures features() {
        finishWord();
        boolean shouted = words.capitals() >= SHOUTED_WORDS && words.capitals() >= SHOUTED_SHARE * words.count();
        boolean bare = words.count() <= BARE_WORDS && !valence.praises();
        boolean human = request.made(bare ? substance : Integer.MAX_VALUE);
        return new TextFeatures(
                valence.value(shouted),
                words.count(),
                Math.min(1, (shouted ? 0.6 : 0) + 0.15 * words.exclamations()),
                counted(Cue.ESCALATION),
                counted(Cue.ALTERNATIVES),
                counted(Cue.LEGAL),
                grade(counted(Cue.DISTRESS)),
                human,
                grade(counted(Cue.URGENCY)),
                counted(Cue.TRIED) > 0,
                counted(Cue.DISPUTE) > 0,
                counted(Cue.EXPORT) > 0,
                counted(Cue.RE_PROMPT) > 0,
                words.questions() > 0,
                counted(Cue.THANKS) > 0,
                counted(Cue.GOODBYE) > 0,
                courtesy(human),
                sketch.value());
    }

    /** Thanks or a goodbye, and nothing of substance beside it; with praise two words may name what was solved. */
    private boolean courtesy(boolean human) {
        boolean polite = counted(Cue.THANKS) + counted(Cue.GOODBYE) > 0;
        boolean asks = words.questions() > 0 || human || counted(Cue.ESCALATION) + counted(Cue.LEGAL) > 0;
        return polite && !asks && !contrast && !valence.blames() && substance <= (valence.praises() ? 2 : 0);
    }

    private void finishWord() {
        if (current >= 0) {
            request.finishWord(current, familiar, filler);
        }
        if (current >= 0 && !filler) {
            sketch.add(words.stem(current));
            substance++;
        }
        current = -1;
    }

    /** Overlapping phrases of one kind count once, and not at all where the first is denied. */
    private void count(Cue cue, int start, int length, boolean meant) {
        int kind = index(cue);
        if (start >= ends[kind]) {
            counts[kind] += meant ? 1 : 0;
            ends[kind] = start + length;
        } else if (!meant) {
            ends[kind] = Math.max(ends[kind], start + length);
        }
    }

    private int counted(Cue cue) {
        return counts[index(cue)];
    }

    @SuppressWarnings("EnumOrdinal")
    private static int index(Cue cue) {
        return cue.ordinal();
    }

    private static double grade(int count) {
        double rest = 1;
        for (int i = 0; i < Math.min(count, 4); i++) {
            rest *= 0.4;
        }
        return 1 - rest;
    }
}
