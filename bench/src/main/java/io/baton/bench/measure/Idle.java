// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

/**
 * What programs take that have nothing to do, since all of a group are there while one of them is measured. It is told and
 * never taken off.
 *
 * @param group of the programs
 * @param programs processor time of all of them together in a second, seconds
 * @param broker the same of the broker
 */
public record Idle(String group, int commitMs, int count, double programs, double broker) {

    /** Above this share of a core, the broker's work for those that are idle would show in the figures of the others. */
    public static final double MOST = 0.02;

    /** Whether it is little enough to be passed over. */
    public boolean isSmall() {
        return broker < MOST && programs / Math.max(1, count) < MOST;
    }
}
