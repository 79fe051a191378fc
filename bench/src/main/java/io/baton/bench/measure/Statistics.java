// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import java.util.Collection;

/** Medians and ranges of a handful of rounds. */
public final class Statistics {

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

    private static double[] sorted(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
