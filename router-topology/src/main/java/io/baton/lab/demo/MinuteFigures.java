// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.demo;

import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The one-minute windows of all channels, categories and segments added up to one line a minute. */
final class MinuteFigures {

    private static final long MINUTE_MS = 60_000;

    private record Row(int revision, Map<String, Measure> measures) {}

    private final TreeMap<Long, Map<String, Row>> minutes = new TreeMap<>();
    private final long settleMillis;
    private long toldUpTo = Long.MIN_VALUE;

    /** @param settleMillis how long after its end a minute is still waited for, since figures are sent on once a real second */
    MinuteFigures(long settleMillis) {
        this.settleMillis = settleMillis;
    }

    void add(MetricWindow window) {
        long start = window.getWindow().getStart().toEpochMilli();
        if (window.getGrain() == Grain.MINUTE && start > toldUpTo) {
            String key = window.getChannel() + "|" + window.getCategory() + "|" + window.getSegment();
            minutes.computeIfAbsent(start, minute -> new HashMap<>())
                    .merge(
                            key,
                            new Row(window.getRevision(), window.getMeasures()),
                            (old, found) -> found.revision() > old.revision() ? found : old);
        }
    }

    /** What to say of each minute that is over, by its start; each minute once. */
    List<Map.Entry<Long, String>> over(long now) {
        List<Map.Entry<Long, String>> lines = new ArrayList<>();
        while (!minutes.isEmpty() && minutes.firstKey() + MINUTE_MS + settleMillis <= now) {
            Map.Entry<Long, Map<String, Row>> minute = minutes.pollFirstEntry();
            toldUpTo = minute.getKey();
            lines.add(Map.entry(minute.getKey(), line(minute.getValue())));
        }
        return lines;
    }

    private static String line(Map<String, Row> rows) {
        Map<String, Double> sums = new HashMap<>();
        for (Row row : rows.values()) {
            row.measures().forEach((name, measure) -> sums.merge(name, measure.getNumerator(), Double::sum));
        }
        return String.format(
                Locale.ROOT,
                "%.0f started, %.0f handed over, %.0f resolved",
                sums.getOrDefault("started", 0.0),
                sums.getOrDefault("escalated", 0.0),
                sums.getOrDefault("resolved", 0.0));
    }
}
