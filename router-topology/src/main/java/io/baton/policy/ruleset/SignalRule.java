// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.signal.Signal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one signal counts.
 *
 * @param enabled a disabled signal is never read
 * @param threshold value at which it speaks for a human, in the unit of the signal
 * @param weight weight in the score, 0 or more
 * @param windowMillis how long it stays alive after it was last seen; 0 = for the whole episode
 * @param halfLifeMillis time in which its strength halves; 0 = no decay
 * @param hard whether it escalates by itself
 * @param byCategory thresholds of categories that differ (T20)
 * @param bySegment thresholds of segments that differ (T20)
 * @param byChannel thresholds of channels that differ, positive infinity = off (T03: e-mail)
 */
public record SignalRule(
        Signal signal,
        boolean enabled,
        double threshold,
        double weight,
        long windowMillis,
        long halfLifeMillis,
        boolean hard,
        Map<String, Double> byCategory,
        Map<String, Double> bySegment,
        Map<String, Double> byChannel) {

    /** The threshold that applies: channel before category before segment before the general one. */
    public double threshold(String channel, @Nullable String category, String segment) {
        Double special = byChannel.get(channel);
        if (special == null && category != null) {
            special = byCategory.get(category);
        }
        if (special == null) {
            special = bySegment.get(segment);
        }
        return special != null ? special : threshold;
    }
}
