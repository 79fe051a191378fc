// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.MetricWindow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The last revision of each metric window, as long as a dashboard may ask for it. */
final class FigureTable {

    private record Shelf(Channel channel, Grain grain) {}

    private record Row(String category, String segment) {}

    private record Held(int revision, long updatedAt, Map<String, Figures.Sum> sums) {}

    private final Map<Shelf, TreeMap<Long, Map<Row, Held>>> shelves = new HashMap<>();

    /** Whether the window says something new. */
    boolean take(MetricWindow window) {
        long start = window.getWindow().getStart().toEpochMilli();
        TreeMap<Long, Map<Row, Held>> shelf =
                shelves.computeIfAbsent(new Shelf(window.getChannel(), window.getGrain()), wanted -> new TreeMap<>());
        Map<Row, Held> rows = shelf.computeIfAbsent(start, when -> new HashMap<>());
        Row row = new Row(window.getCategory(), window.getSegment());
        Held held = rows.get(row);
        if (held != null && held.revision() >= window.getRevision()) {
            return false;
        }
        rows.put(row, held(window));
        long horizon = shelf.lastKey() - kept(window.getGrain()).toMillis();
        shelf.headMap(horizon).clear();
        return true;
    }

    private static Duration kept(Grain grain) {
        return switch (grain) {
            case MINUTE -> Duration.ofMinutes(90);
            case HOUR -> Duration.ofDays(8);
            case DAY -> Duration.ofDays(60);
        };
    }

    private static Held held(MetricWindow window) {
        Map<String, Figures.Sum> sums = new HashMap<>();
        window.getMeasures()
                .forEach((name, measure) -> sums.put(
                        name,
                        new Figures.Sum(
                                measure.getNumerator(),
                                measure.getDenominator(),
                                1,
                                measure.getValue() == null ? Double.NaN : measure.getValue(),
                                measure.getUnit().intern())));
        return new Held(window.getRevision(), window.getUpdatedAt().toEpochMilli(), sums);
    }

    Figures answer(FigureQuery query) {
        Figures figures = new Figures(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), 0);
        long updatedAt = 0;
        SortedMap<Long, Map<Row, Held>> shelf =
                shelves.getOrDefault(new Shelf(query.channel(), query.grain()), new TreeMap<>());
        for (Map.Entry<Long, Map<Row, Held>> window : shelf.entrySet()) {
            boolean inside = window.getKey() >= query.from() && window.getKey() < query.to();
            for (Map.Entry<Row, Held> row : window.getValue().entrySet()) {
                figures.categories().add(row.getKey().category());
                figures.segments().add(row.getKey().segment());
                if (inside && query.wants(row.getKey().category(), row.getKey().segment())) {
                    updatedAt = Math.max(updatedAt, row.getValue().updatedAt());
                    Map<String, Figures.Sum> sums =
                            figures.windows().computeIfAbsent(window.getKey(), start -> new TreeMap<>());
                    row.getValue().sums().forEach((name, sum) -> sums.merge(name, sum, Figures.Sum::plus));
                }
            }
        }
        return new Figures(figures.windows(), figures.categories(), figures.segments(), updatedAt);
    }
}
