// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import java.util.Locale;

/**
 * Half of the load on one customer against a load that is spread evenly, at the same rate: what the others feel of it.
 *
 * @param even latency of all customers where the load is even
 * @param others latency of all but the one customer where half of the load is on that one
 */
public record HotKey(Latency even, Latency others) {

    private static final double MOST = 2;

    /** With fewer, the 99th percentile is the slowest one. */
    private static final int LEAST = 100;

    /** 99th percentile of the others by that of an even load; NaN where one of them did not keep up, or says too little. */
    public double ratio() {
        return Math.min(even.samples(), others.samples()) < LEAST ? Double.NaN : others.p99() / even.p99();
    }

    /** In words. */
    public String verdict() {
        if (even.behind() > 0) {
            return "no verdict: the router does not keep up with an even load of this rate";
        } else if (others.behind() > 0) {
            return String.format(Locale.ROOT, "does not keep up: %,d events were left after 20 s", others.behind());
        } else if (Math.min(even.samples(), others.samples()) < LEAST) {
            return "no verdict: fewer than " + LEAST + " escalations";
        }
        return ratio() <= MOST ? "within 2x" : "more than 2x";
    }
}
