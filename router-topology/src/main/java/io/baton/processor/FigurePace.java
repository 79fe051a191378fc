// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Grain;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * When rows of figures are told that have changed: those of a grain all at once, at full quarter minutes, minutes and five minutes; and
 * what is left when no more come. So what the metrics topics grow by depends on how many rows there are and not on the load,
 * rows lie there in large batches, which compress, and a quiet router tells soon.
 *
 * <p>What it remembers is how fast, never what: lost with a restart, all is told at once. Used by one thread.
 */
final class FigurePace {

    /** Figures come about once a second: after this long without any, no more are on their way. */
    private static final long QUIET = Duration.ofSeconds(3).toMillis();

    private final Map<Grain, Long> told = new EnumMap<>(Grain.class);
    private long heard;

    /** Figures have come. */
    void heard(long now) {
        heard = now;
    }

    /** Whether rows of the grain are to be told now; they will be. */
    boolean due(Grain grain, long now) {
        long turn = Math.floorDiv(now, pace(grain));
        Long last = told.put(grain, turn);
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
