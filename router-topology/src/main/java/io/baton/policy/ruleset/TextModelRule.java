// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.time.Duration;

/**
 * Which text model reads how customers feel where the platform does not say, and whether it learns from what follows.
 *
 * @param version what was learned on line that is added to it: 0 = nothing, {@link #LATEST} = the newest there is; another
 *     number names a version
 */
public record TextModelRule(Use use, int version, Learning learning) {

    /** The newest version that was learned. */
    public static final int LATEST = -1;

    /** No model: the word lists read. */
    public static final TextModelRule OFF = new TextModelRule(
            Use.WORDS, 0, new Learning(Mode.NONE, Duration.ofDays(1).toMillis(), 25, 1_000, 50, 1));

    /** Where the model comes from. */
    public enum Use {
        /** No model: the word lists. */
        WORDS,
        /** The one that ships with the router. */
        SHIPPED,
        /** The one that the setting {@code text.model} names. */
        FILE
    }

    /** What becomes of labels. */
    public enum Mode {
        /** No labels are kept. */
        NONE,
        /** Labels are kept, and nothing is learned from them. */
        FROZEN,
        /** New versions are published; which one decides, {@link TextModelRule#version} says. */
        PROPOSE
    }

    /**
     * How a router learns from its own labels.
     *
     * @param everyMillis least time between two versions
     * @param atLeast fewest new labels for a version
     * @param examples most labels that are kept, the newest ones
     * @param trust how many labels the model as it was shipped weighs: the higher, the slower it moves
     * @param limit how far it may move at most: length of all corrections together
     */
    public record Learning(Mode mode, long everyMillis, int atLeast, int examples, double trust, double limit) {}

    /** Whether labels are kept. */
    public boolean keepsLabels() {
        return use != Use.WORDS && learning.mode() != Mode.NONE;
    }
}
