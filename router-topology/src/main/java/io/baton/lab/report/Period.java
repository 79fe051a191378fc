// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period: hourly rows from its beginning to before its end, the last revision of each, added up by channel and
 * category. Quantiles do not add up and are left out; the scorecard and the calibration error are worked out again.
 */
final class Period {

    /** A figure added up. */
    record Total(double numerator, double denominator, String unit, boolean count) {

        @Nullable
        Double value() {
            return count ? Double.valueOf(numerator) : denominator == 0 ? null : numerator / denominator;
        }

        private Total plus(Total other) {
            return new Total(numerator + other.numerator, denominator + other.denominator, unit, count);
        }
    }

    private final long from;
    private final long to;
    private final Map<String, Double> scorecard;
    private final Map<String, MetricWindow> rows = new HashMap<>();

    Period(Instant from, Instant to) {
        this(from, to, Map.of());
    }

    /** @param scorecard weights of the scorecard, by figure */
    Period(Instant from, Instant to, Map<String, Double> scorecard) {
        this.scorecard = scorecard;
        this.from = from.toEpochMilli();
        this.to = to.toEpochMilli();
    }

    /** Takes a row; of several revisions the highest stands. */
    void add(MetricWindow row) {
        long start = row.getWindow().getStart().toEpochMilli();
        if (row.getGrain() == Grain.HOUR && start >= from && start < to) {
            String key = row.getChannel() + "|" + start + "|" + row.getCategory() + "|" + row.getSegment();
            rows.merge(key, row, (old, found) -> found.getRevision() >= old.getRevision() ? found : old);
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Figures of spans of the period, by the beginning of the span, then by channel and name. */
    Map<Instant, Map<Channel, Map<String, Total>>> bySpan(Duration span) {
        Map<Instant, Map<Channel, Map<String, Total>>> spans = new TreeMap<>();
        for (MetricWindow row : rows.values()) {
            long at = row.getWindow().getStart().toEpochMilli();
            Instant start = Instant.ofEpochMilli(from + (at - from) / span.toMillis() * span.toMillis());
            add(
                    row,
                    spans.computeIfAbsent(start, key -> new EnumMap<>(Channel.class))
                            .computeIfAbsent(row.getChannel(), channel -> new TreeMap<>()));
        }
        return spans;
    }

    /** How long it is. */
    Duration length() {
        return Duration.ofMillis(to - from);
    }

    /** Figures by channel, then by name. */
    Map<Channel, Map<String, Total>> byChannel() {
        Map<Channel, Map<String, Total>> sums = new EnumMap<>(Channel.class);
        for (MetricWindow row : rows.values()) {
            add(row, sums.computeIfAbsent(row.getChannel(), channel -> new TreeMap<>()));
        }
        sums.values().forEach(figures -> Whole.addTo(figures, scorecard));
        return sums;
    }

    /** Figures of one category by channel. */
    Map<Channel, Map<String, Total>> byChannel(String category) {
        Map<Channel, Map<String, Total>> sums = new EnumMap<>(Channel.class);
        for (MetricWindow row : rows.values()) {
            if (row.getCategory().equals(category)) {
                add(row, sums.computeIfAbsent(row.getChannel(), channel -> new TreeMap<>()));
            }
        }
        sums.values().forEach(figures -> Whole.addTo(figures, scorecard));
        return sums;
    }

    /** Figures of a channel by segment, categories together. */
    Map<String, Map<String, Total>> bySegment(Channel channel) {
        Map<String, Map<String, Total>> sums = new TreeMap<>();
        for (MetricWindow row : rows.values()) {
            if (row.getChannel() == channel) {
                add(row, sums.computeIfAbsent(row.getSegment(), segment -> new TreeMap<>()));
            }
        }
        return sums;
    }

    /** Figures of all channels together. */
    Map<String, Total> all() {
        return together(byChannel());
    }

    /** Figures of one category, all channels together. */
    Map<String, Total> all(String category) {
        return together(byChannel(category));
    }

    private static Map<String, Total> together(Map<Channel, Map<String, Total>> channels) {
        Map<String, Total> sums = new TreeMap<>();
        channels.values()
                .forEach(figures -> figures.forEach((name, total) -> {
                    if (!Whole.NO_SUMS.contains(name)) {
                        sums.merge(name, total, Total::plus);
                    }
                }));
        return sums;
    }

    Set<String> categories() {
        Set<String> categories = new TreeSet<>();
        rows.values().forEach(row -> categories.add(row.getCategory()));
        return categories;
    }

    /** A figure over all channels; zero where it does not occur. */
    Total total(String category, String figure) {
        Total sum = new Total(0, 0, "", true);
        for (Map<String, Total> channel : byChannel(category).values()) {
            Total found = channel.get(figure);
            sum = found == null
                    ? sum
                    : new Total(0, 0, found.unit(), found.count()).plus(sum).plus(found);
        }
        return sum;
    }

    private static void add(MetricWindow row, Map<String, Total> sums) {
        for (Map.Entry<String, Measure> entry : row.getMeasures().entrySet()) {
            String name = entry.getKey();
            if (!Whole.NO_SUMS.contains(name) && !name.matches(".*-p[0-9]{2}")) {
                sums.merge(name, total(entry.getValue()), Total::plus);
            }
        }
    }

    /** A plain count reads its numerator over 1. */
    private static Total total(Measure measure) {
        boolean count = COUNTS.contains(measure.getUnit())
                && measure.getDenominator() == 1
                && measure.getValue() != null
                && measure.getValue() == measure.getNumerator();
        return new Total(measure.getNumerator(), measure.getDenominator(), measure.getUnit(), count);
    }

    private static final Set<String> COUNTS = Set.copyOf(List.of("conversations", "escalations", "replies"));
}
