// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import java.util.Collection;

/** Medians and ranges of a handful of rounds. */
public final class Statistics {

    private static final double CONFIDENCE = 0.95;

    private Statistics() {}

    /** The middle value, or the mean of the two in the middle; NaN of none. */
    public static double median(Collection<Double> values) {
        double[] sorted = sorted(values);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Largest by smallest; 1 where there is nothing to compare. */
    public static double spread(Collection<Double> values) {
        double[] sorted = sorted(values);
        return sorted.length < 2 ? 1 : sorted[sorted.length - 1] / sorted[0];
    }

    /** The value that a share of all does not exceed, by nearest rank; NaN of none. */
    public static double percentile(Collection<Double> values, double share) {
        double[] sorted = sorted(values);
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1];
    }

    /**
     * Where a middle value lies.
     *
     * @param least not below this
     * @param most not above this
     */
    public record Range(double least, double most) {}

    /**
     * Between which of the values the median of all that could have been measured lies, with at least 95 %, whatever they are spread like:
     * as many coins thrown fall that unevenly one time in twenty. With fewer than six values nothing can be said, and the range has no
     * ends.
     */
    public static Range medianRange(Collection<Double> values) {
        double[] sorted = sorted(values);
        int n = sorted.length;
        double chance = Math.pow(0.5, n);
        double tail = chance;
        int outside = 0;
        while (outside < n / 2 && tail <= (1 - CONFIDENCE) / 2) {
            outside++;
            chance *= (double) (n - outside + 1) / outside;
            tail += chance;
        }
        return outside == 0
                ? new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Range(sorted[outside - 1], sorted[n - outside]);
    }

    private static double[] sorted(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
