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

    /** Figures of a minute go on changing while its last events are on their way. */
    private static final long AFTER_MS = 30_000;

    private record Row(int revision, Map<String, Measure> measures) {}

    private final TreeMap<Long, Map<String, Row>> minutes = new TreeMap<>();

    void add(MetricWindow window) {
        if (window.getGrain() == Grain.MINUTE) {
            String key = window.getChannel() + "|" + window.getCategory() + "|" + window.getSegment();
            minutes.computeIfAbsent(window.getWindow().getEnd().toEpochMilli(), end -> new HashMap<>())
                    .merge(
                            key,
                            new Row(window.getRevision(), window.getMeasures()),
                            (old, found) -> found.revision() > old.revision() ? found : old);
        }
    }

    /** A line for each minute that is over, by its end. */
    List<Map.Entry<Long, String>> over(long now) {
        List<Map.Entry<Long, String>> lines = new ArrayList<>();
        while (!minutes.isEmpty() && minutes.firstKey() + AFTER_MS <= now) {
            Map.Entry<Long, Map<String, Row>> minute = minutes.pollFirstEntry();
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
                "figures   the last minute: %.0f started, %.0f handed over, %.0f resolved",
                sums.getOrDefault("started", 0.0),
                sums.getOrDefault("escalated", 0.0),
                sums.getOrDefault("resolved", 0.0));
    }
}
