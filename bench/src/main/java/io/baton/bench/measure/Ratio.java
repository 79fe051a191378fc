// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Processor time of a baseline by that of the router, paired round by round: 1 is as cheap as the baseline, 0.5 costs twice
 * as much, 8 costs an eighth.
 *
 * @param median of the rounds' ratios
 * @param least smallest of them
 * @param most largest of them
 * @param baselineSpread dearest by cheapest round of the baseline
 * @param compiling share of the router's and the broker's processor time that compilers took while it was measured
 */
public record Ratio(double median, double least, double most, double baselineSpread, double compiling) {

    /** A baseline that varies more than this says more about the machine than about the router. */
    public static final double MOST_SPREAD = 1.3;

    /** Where compilers take more than this, the figure is about them. */
    public static final double MOST_COMPILING = 0.1;

    /** Within this share the two are called equal. */
    private static final double EQUAL = 0.03;

    /**
     * @param baseline one value a round
     * @param router one value for the same round
     */
    public static Ratio of(List<Double> baseline, List<Double> router) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(baseline.size(), router.size()); i++) {
            ratios.add(baseline.get(i) / router.get(i));
        }
        return new Ratio(
                Statistics.median(ratios),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
                Statistics.spread(baseline),
                0);
    }

    /** The same, measured while compilers took this share. */
    Ratio withCompiling(double share) {
        return new Ratio(median, least, most, baselineSpread, share);
    }

    /** Whether the baseline was calm enough, and the compilers quiet enough, to say anything. */
    public boolean holds() {
        return !Double.isNaN(median) && baselineSpread <= MOST_SPREAD && compiling <= MOST_COMPILING;
    }

    /** In words, from the router's side. */
    public String verdict() {
        return verdict("the router");
    }

    /** In words, from the side of whoever was held against the baseline. */
    public String verdict(String own) {
        if (compiling > MOST_COMPILING) {
            return String.format(
                    Locale.ROOT,
                    "no verdict: compilers still took %.0f %%, more than %.0f %%",
                    compiling * 100,
                    MOST_COMPILING * 100);
        } else if (!holds()) {
            return String.format(
                    Locale.ROOT,
                    "no verdict: the baseline varied by %.2fx, more than %.1fx",
                    baselineSpread,
                    MOST_SPREAD);
        } else if (Math.abs(median - 1) <= EQUAL) {
            return own + " costs the same";
        }
        return median < 1
                ? String.format(Locale.ROOT, "slower: %s costs %.2fx as much", own, 1 / median)
                : String.format(Locale.ROOT, "faster: it costs %.2fx as much as %s", median, own);
    }
}
