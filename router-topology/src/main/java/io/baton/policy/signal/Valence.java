// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.signal.text.Meaning;
import io.baton.policy.signal.text.Words;

/** Adds up how pleasant a text sounds, word by word, minding negation, degree, contrast, capitals and marks. */
final class Valence {

    /** Words a degree reaches: "really very bad". */
    private static final int DEGREE_REACH = 2;
    /** What stands before "but" counts half, what follows counts more. */
    private static final double BEFORE_CONTRAST = 0.5;

    private static final double AFTER_CONTRAST = 1.3;
    private static final double CAPITALS = 1.25;
    private static final double PER_EXCLAMATION = 0.25;
    private static final int MOST_EXCLAMATIONS = 3;
    /** Bends the sum into -1 to 1: one strong word (2.5) gives 0.54, three give 0.89. */
    private static final double BEND = 15;

    private final Words words;
    private double sum;
    private boolean praise;
    private boolean blame;
    private double contrast = 1;
    private int negator = -1;
    private int reach;
    private boolean denies;
    private int degreeAt = -1;
    private double degree = 1;
    private double pending;
    private int pendingAt = -1;
    private int taken;

    Valence(Words words) {
        this.words = words;
    }

    /** A negation reaches over words of its own clause only. */
    void breakClause() {
        negator = -1;
        degreeAt = -1;
    }

    void negate(Meaning meaning, int start, int length) {
        negator = start + length - 1;
        reach = (int) meaning.value();
        denies = meaning.negated() > 0;
    }

    void degree(Meaning meaning, int start, int length) {
        degreeAt = start + length - 1;
        degree = meaning.value();
    }

    void contrast() {
        settle();
        sum *= BEFORE_CONTRAST;
        praise = false;
        contrast = AFTER_CONTRAST;
        breakClause();
    }

    boolean negated(int start) {
        return negator >= 0 && negator < start && start - negator <= reach;
    }

    /** Whether what begins here is denied right before: "not cancelling", as against "you can't cancel". */
    boolean denied(int start) {
        return denies && negated(start) && start - negator <= 2;
    }

    /** Of phrases that begin at the same word the longest counts, and it covers the words in it. */
    void feel(Meaning meaning, int start, int length) {
        if (start < taken && start != pendingAt) {
            return;
        }
        if (start != pendingAt) {
            settle();
        }
        double value = negated(start) ? meaning.negated() : meaning.value();
        if (degreeAt >= 0 && degreeAt < start && start - degreeAt <= DEGREE_REACH) {
            value *= degree;
        }
        if (words.capital(start) && words.capitals() * 2 < words.count()) {
            value *= CAPITALS;
        }
        pending = value * contrast;
        pendingAt = start;
        taken = start + length;
    }

    /** Whether something pleasant was said that no "but" takes back. */
    boolean praises() {
        settle();
        return praise;
    }

    /** Whether anything unpleasant was said. */
    boolean blames() {
        settle();
        return blame;
    }

    double value(boolean shouted) {
        settle();
        double total = sum + words.faces();
        double marks = PER_EXCLAMATION * Math.min(MOST_EXCLAMATIONS, words.exclamations());
        total += total < 0 ? -marks : total > 0 ? marks : 0;
        if (shouted && total < 0) {
            total *= CAPITALS;
        }
        return total / Math.sqrt(total * total + BEND);
    }

    private void settle() {
        sum += pending;
        praise |= pending >= 1;
        blame |= pending < -0.25;
        pending = 0;
        pendingAt = -1;
    }
}
