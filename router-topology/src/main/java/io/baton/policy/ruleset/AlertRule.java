// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

/**
 * An alert on a figure.
 *
 * @param measure name of the figure
 * @param above true where a value over the threshold is bad
 * @param windowSeconds span over which it is measured
 * @param minVolume fewer conversations than this raise nothing
 */
public record AlertRule(
        String id, String measure, boolean above, double threshold, long windowSeconds, long minVolume) {}
