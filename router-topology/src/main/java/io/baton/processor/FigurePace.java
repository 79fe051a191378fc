// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Grain;
import io.baton.policy.outcome.MetricKey;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rows of figures have changed and when they are told: those of a grain all together, at full quarter minutes, minutes and five
 * minutes; and what is left when no more come. So what the metrics topics grow by depends on how many rows there are and not on
 * the load, rows lie there in large batches, which compress, and a quiet router tells soon.
 *
 * <p>A router that catches up changes many thousand rows in that time; they leave a few at a time. Used by one thread.
 */
final class FigurePace {

    /** Rows that are told at a time: half a megabyte, and some hundredths of a second in which the thread does no turn. */
    static final int MOST = 200;

    /** Figures come about once a second, or every other: after this long without any, no more are on their way. */
    private static final long QUIET = Duration.ofSeconds(3).toMillis();

    private final Set<MetricKey> waiting = new HashSet<>();
    private final NavigableSet<MetricKey> leaving = new TreeSet<>();
    private final Map<Grain, Long> turns = new EnumMap<>(Grain.class);
    private long heard;

    /** A row waited before this router took over. */
    void waits(MetricKey row) {
        waiting.add(row);
    }

    /** A row has changed; whether that is new. */
    boolean changed(MetricKey row, long now) {
        heard = now;
        return waiting.add(row);
    }

    /** Rows to be told now, in order. */
    List<MetricKey> due(long now) {
        for (Grain grain : Grain.values()) {
            if (isDue(grain, now)) {
                waiting.stream().filter(row -> row.grain() == grain).forEach(leaving::add);
            }
        }
        return leaving.stream().limit(MOST).toList();
    }

    void told(MetricKey row) {
        waiting.remove(row);
        leaving.remove(row);
    }

    private boolean isDue(Grain grain, long now) {
        long turn = Math.floorDiv(now, pace(grain));
        Long last = turns.put(grain, turn);
        // A wall clock that has been put back holds nothing up.
        return last == null || last != turn || now < heard || now - heard >= QUIET;
    }

    /** Dashboards draw an hour by minutes, a day and a week by hours; nobody looks at days more often than this. */
    private static long pace(Grain grain) {
        return switch (grain) {
            case MINUTE -> Duration.ofSeconds(15).toMillis();
            case HOUR -> Duration.ofMinutes(1).toMillis();
            case DAY -> Duration.ofMinutes(5).toMillis();
        };
    }
}
