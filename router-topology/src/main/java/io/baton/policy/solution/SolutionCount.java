// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.solution;

import io.baton.event.SolutionRate;
import io.baton.state.SolutionMonth;
import io.baton.state.SolutionTally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up how often resolutions held, by month, so that what no longer works is forgotten. Sums alone: in which order deltas come
 * makes no difference to what is counted in the end.
 */
public final class SolutionCount {

    /** Months that count, the newest of a category and segment among them. */
    static final int MONTHS = 6;
    /** Resolutions published for a category and segment. */
    static final int MOST = 20;

    private SolutionCount() {}

    /** Month of a moment, UTC: 12 times the year, and 0 to 11. */
    public static int month(long at) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC);
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    /**
     * The tally with some more.
     *
     * @param held conversations that stand, or no longer stand where negative
     * @param tried the same of all of them
     * @param day day of the event that says so, since 1970
     */
    public static SolutionTally add(@Nullable SolutionTally before, int month, long held, long tried, int day) {
        List<SolutionMonth> months = new ArrayList<>();
        SolutionMonth added = new SolutionMonth(month, held, tried);
        for (SolutionMonth one : before == null ? List.<SolutionMonth>of() : before.getMonths()) {
            if (one.getMonth() == month) {
                added = new SolutionMonth(month, one.getHeld() + held, one.getTried() + tried);
            } else {
                months.add(one);
            }
        }
        months.add(added);
        months.sort(Comparator.comparingInt(SolutionMonth::getMonth));
        int newest = months.get(months.size() - 1).getMonth();
        months.removeIf(one -> one.getMonth() <= newest - MONTHS);
        return new SolutionTally(months, Math.max(day, before == null ? day : before.getDay()));
    }

    /** The newest month of any of them; the smallest number where there is none. */
    public static int newest(Collection<SolutionTally> tallies) {
        return tallies.stream()
                .flatMap(tally -> tally.getMonths().stream())
                .mapToInt(SolutionMonth::getMonth)
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    /** The day up to which events have come in; the smallest number where there is none. */
    public static int lastDay(Collection<SolutionTally> tallies) {
        return tallies.stream().mapToInt(SolutionTally::getDay).max().orElse(Integer.MIN_VALUE);
    }

    /** Whether nothing of it counts any more. */
    public static boolean isOver(SolutionTally tally, int newest) {
        return tally.getMonths().stream()
                .allMatch(month ->
                        month.getMonth() <= newest - MONTHS || (month.getTried() == 0 && month.getHeld() == 0));
    }

    /** What is published of a category and segment: the surest first. */
    public static List<SolutionRate> rates(Map<String, SolutionTally> byCode, int newest) {
        List<SolutionRate> rates = new ArrayList<>();
        byCode.forEach((code, tally) -> {
            long held = 0;
            long tried = 0;
            for (SolutionMonth month : tally.getMonths()) {
                boolean counts = month.getMonth() > newest - MONTHS;
                held += counts ? month.getHeld() : 0;
                tried += counts ? month.getTried() : 0;
            }
            if (tried > 0) {
                rates.add(new SolutionRate(code, held, tried));
            }
        });
        rates.sort(surest());
        return List.copyOf(rates.subList(0, Math.min(MOST, rates.size())));
    }

    /** By the lower end of the interval: three of three say less than ninety of a hundred. */
    static Comparator<SolutionRate> surest() {
        return Comparator.comparingDouble((SolutionRate rate) ->
                        -Wilson.of(rate.getHeld(), rate.getTried()).low())
                .thenComparing(SolutionRate::getTried, Comparator.reverseOrder())
                .thenComparing(SolutionRate::getResolution);
    }
}
