// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The watched figures by category over time: minutes of the last two days and hours before that. Used by one thread; figures of
 * all categories together are kept under {@value #ALL}.
 */
public final class History {

    /** All categories together. */
    public static final String ALL = "*";

    public static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private final Map<String, NavigableMap<Long, Map<WatchedFigure, Sum>>> minutes = new TreeMap<>();
    private final Map<String, NavigableMap<Long, Map<WatchedFigure, Sum>>> hours = new TreeMap<>();

    /**
     * Adds what a row has counted more or less.
     *
     * @param fine true for the row of a minute, false for that of an hour
     * @param start beginning of the row, epoch milliseconds
     * @param tally name of the figure in the row
     * @param automated whether the row is one of the automated channel
     */
    public void add(
            String category,
            boolean fine,
            long start,
            String tally,
            double numerator,
            double denominator,
            boolean automated) {
        for (WatchedFigure figure : WatchedFigure.values()) {
            Sum sum = figure.of(tally, numerator, denominator, automated);
            if (!sum.equals(Sum.ZERO)) {
                add(fine ? minutes : hours, category, start, figure, sum);
                add(fine ? minutes : hours, ALL, start, figure, sum);
            }
        }
    }

    private static void add(
            Map<String, NavigableMap<Long, Map<WatchedFigure, Sum>>> all,
            String category,
            long start,
            WatchedFigure figure,
            Sum sum) {
        all.computeIfAbsent(category, name -> new TreeMap<>())
                .computeIfAbsent(start, time -> new EnumMap<>(WatchedFigure.class))
                .merge(figure, sum, Sum::plus);
    }

    /** Forgets minutes and hours that began before these moments. */
    public void forget(long minutesBefore, long hoursBefore) {
        minutes.values().forEach(all -> all.headMap(minutesBefore).clear());
        hours.values().forEach(all -> all.headMap(hoursBefore).clear());
    }

    /** Categories of which something is known, {@link #ALL} among them. */
    public Set<String> categories() {
        return hours.keySet();
    }

    /** First moment of which something is known, epoch milliseconds; {@code Long.MAX_VALUE} where nothing is. */
    public long begin() {
        NavigableMap<Long, ?> all = hours.get(ALL);
        return all == null || all.isEmpty() ? Long.MAX_VALUE : all.firstKey();
    }

    /** First minute of which something is known, epoch milliseconds; {@code Long.MAX_VALUE} where nothing is. */
    long firstMinute() {
        NavigableMap<Long, ?> all = minutes.get(ALL);
        return all == null || all.isEmpty() ? Long.MAX_VALUE : all.firstKey();
    }

    /** Whether nothing was counted from {@code from} to before {@code to}, by the rows that {@link #sum} reads. */
    boolean isQuiet(long from, long to) {
        NavigableMap<Long, ?> all = (to - from <= 2 * HOUR ? minutes : hours).get(ALL);
        Long first = all == null ? null : all.ceilingKey(from);
        return first == null || first >= to;
    }

    /** Over {@code from} to before {@code to}; spans of more than two hours go by whole hours. */
    Sum sum(String category, WatchedFigure figure, long from, long to) {
        boolean fine = to - from <= 2 * HOUR;
        NavigableMap<Long, Map<WatchedFigure, Sum>> all = (fine ? minutes : hours).get(category);
        Sum sum = Sum.ZERO;
        if (all != null && from < to) {
            for (Map<WatchedFigure, Sum> bucket :
                    all.subMap(from, true, to, false).values()) {
                Sum found = bucket.get(figure);
                sum = found == null ? sum : sum.plus(found);
            }
        }
        return sum;
    }

    /** By whole hours, those that the span touches. */
    Sum hours(String category, WatchedFigure figure, long from, long to) {
        long first = Math.floorDiv(from, HOUR) * HOUR;
        long last = -Math.floorDiv(-to, HOUR) * HOUR;
        Sum sum = Sum.ZERO;
        NavigableMap<Long, Map<WatchedFigure, Sum>> all = hours.get(category);
        if (all != null && first < last) {
            for (Map<WatchedFigure, Sum> bucket :
                    all.subMap(first, true, last, false).values()) {
                sum = sum.plus(bucket.getOrDefault(figure, Sum.ZERO));
            }
        }
        return sum;
    }
}
