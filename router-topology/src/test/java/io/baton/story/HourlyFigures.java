// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of a story, added up over the last revisions of hours. */
final class HourlyFigures {

    private HourlyFigures() {}

    /** Numerator and denominator over all channels, such as {@code 2 of 3}. */
    static String share(Story story, String figure) {
        return share(story, List.of("automated", "assisted", "human"), figure);
    }

    /** The same of one channel. */
    static String share(Story story, String channel, String figure) {
        return share(story, List.of(channel), figure);
    }

    private static String share(Story story, List<String> channels, String figure) {
        Map<String, Measure> last = new HashMap<>();
        for (String channel : channels) {
            for (MetricWindow window : story.metrics(channel)) {
                Measure found = window.getMeasures().get(figure);
                if (window.getGrain() == Grain.HOUR && found != null) {
                    last.put(channel + window.getWindow() + window.getCategory() + window.getSegment(), found);
                }
            }
        }
        return number(last.values().stream().mapToDouble(Measure::getNumerator).sum()) + " of "
                + number(last.values().stream()
                        .mapToDouble(Measure::getDenominator)
                        .sum());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.4f", value);
    }
}
