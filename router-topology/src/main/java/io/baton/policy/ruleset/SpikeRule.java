// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

/**
 * When so many more conversations than usual begin in a category that a playbook starts by itself.
 *
 * @param windowMillis span in which they are counted, whole minutes
 * @param minVolume fewer in a window, over all partitions, are no spike
 * @param factor how many times as many as usual, more than 1
 */
public record SpikeRule(long windowMillis, int minVolume, double factor) {}
