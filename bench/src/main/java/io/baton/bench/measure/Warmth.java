// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import java.util.Locale;

/**
 * How a program was warmed up. The rule is the same for all: slice by slice until its compilers are quiet, that is until they
 * and those of the broker take less than a share of their processor time in a slice, or until its time is over.
 *
 * @param slices how many it was given
 * @param seconds how long they took, all together
 * @param jitShare of the last one
 */
public record Warmth(int slices, double seconds, double jitShare) {

    /** Below this the compilers are called quiet. */
    public static final double QUIET = 0.05;

    static final Warmth COLD = new Warmth(0, 0, 1);

    Warmth after(Window window, double took) {
        return new Warmth(slices + 1, seconds + took, window.compilingShare());
    }

    /** Whether its compilers were quiet at the end. */
    public boolean isWarm() {
        return jitShare < QUIET;
    }

    /** In a few words. */
    public String told() {
        return isWarm()
                ? String.format(Locale.ROOT, "warm after %d slices", slices)
                : String.format(Locale.ROOT, "still compiling after %d slices, %.0f %%", slices, jitShare * 100);
    }
}
