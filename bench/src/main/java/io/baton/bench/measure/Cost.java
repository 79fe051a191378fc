// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one circumstance adds to the router's processor time, paired round by round: 1.1 is a tenth more.
 *
 * @param median of the rounds
 * @param least smallest of them
 * @param most largest of them
 * @param plainSpread dearest by cheapest round without it
 * @param limit what it should stay within
 */
public record Cost(String name, double median, double least, double most, double plainSpread, double limit) {

    /** A large policy. */
    static final double POLICY = 1.15;
    /** One record in a hundred is refused. */
    static final double REFUSED = 1.03;

    /** What was measured of them. */
    public static List<Cost> of(List<Run> runs) {
        List<Cost> costs = new ArrayList<>();
        add(costs, runs, "policyRatio", Variant.ROUTER_POLICY, POLICY);
        add(costs, runs, "refusedRatio", Variant.ROUTER_REFUSED, REFUSED);
        return costs;
    }

    private static void add(List<Cost> costs, List<Run> runs, String name, Variant variant, double limit) {
        List<Double> plain = cpu(runs, Variant.ROUTER_GIVEN);
        List<Double> other = cpu(runs, variant);
        if (!other.isEmpty()) {
            costs.add(between(name, plain, other, limit));
        }
    }

    static Cost between(String name, List<Double> plain, List<Double> other, double limit) {
        // A ratio has its baseline above; here the baseline is what the other costs are held against.
        Ratio ratio = Ratio.of(plain, other);
        return new Cost(name, 1 / ratio.median(), 1 / ratio.most(), 1 / ratio.least(), ratio.baselineSpread(), limit);
    }

    private static List<Double> cpu(List<Run> runs, Variant variant) {
        return runs.stream()
                .filter(run -> run.group().equals(Plan.CASES) && run.variant() == variant)
                .map(run -> run.window().cpuMicros())
                .toList();
    }

    /** Whether the router without it was calm enough to say anything. */
    public boolean holds() {
        return plainSpread <= Ratio.MOST_SPREAD;
    }

    /** In words. */
    public String verdict() {
        if (!holds()) {
            return String.format(Locale.ROOT, "no verdict: the router without it varied by %.2fx", plainSpread);
        }
        return String.format(Locale.ROOT, "%s %.0f %%", median <= limit ? "within" : "more than", (limit - 1) * 100);
    }
}
