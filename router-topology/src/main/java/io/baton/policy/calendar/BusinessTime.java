// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.calendar;

import io.baton.policy.ruleset.CalendarRule;
import io.baton.policy.ruleset.CalendarRule.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts time only while somebody works, so that a target of one hour that is set on Friday at 16:30 is due on Monday
 * at 9:30 and not in an empty office.
 *
 * <p>Daylight saving: hours are wall-clock hours. An opening or closing that falls into the hour that spring skips moves
 * to the end of that hour; in the hour that autumn repeats a place opens with the first pass and closes with the second.
 * What is counted is real time: a day of 0:00 to 24:00 has 23 or 25 hours then.
 */
public final class BusinessTime {

    /** Nobody waits ten years: a calendar that has not opened long enough by then is treated as one that never opens. */
    private static final int MAX_DAYS = 3_660;

    private BusinessTime() {}

    /**
     * The moment at which the calendar has been open for {@code span} since {@code from}. A span of zero or less ends at
     * the next opening, or at once while it is open.
     *
     * @return empty where the calendar is not open for that long within ten years
     */
    public static Optional<Instant> add(CalendarRule calendar, Instant from, Duration span) {
        Duration left = span.isNegative() ? Duration.ZERO : span;
        LocalDate day = LocalDate.ofInstant(from, calendar.zone());
        for (int i = 0; i < MAX_DAYS; i++, day = day.plusDays(1)) {
            for (Opening opening : openings(calendar, day)) {
                if (!opening.to().isAfter(from)) {
                    continue;
                }
                Instant start = opening.from().isAfter(from) ? opening.from() : from;
                Duration open = Duration.between(start, opening.to());
                if (left.compareTo(open) <= 0) {
                    return Optional.of(start.plus(left));
                }
                left = left.minus(open);
            }
        }
        return Optional.empty();
    }

    /** Whether somebody works at this moment; openings include their first instant and exclude their last. */
    public static boolean isOpen(CalendarRule calendar, Instant at) {
        for (Opening opening : openings(calendar, LocalDate.ofInstant(at, calendar.zone()))) {
            if (!at.isBefore(opening.from()) && at.isBefore(opening.to())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first moment at or after {@code at} at which somebody works; {@code at} itself while it is open.
     *
     * @return empty where the calendar does not open within ten years
     */
    public static Optional<Instant> nextOpening(CalendarRule calendar, Instant at) {
        return add(calendar, at, Duration.ZERO);
    }

    /** How long the calendar is open between two moments; zero where the second does not come after the first. */
    public static Duration between(CalendarRule calendar, Instant from, Instant to) {
        Duration open = Duration.ZERO;
        LocalDate day = LocalDate.ofInstant(from, calendar.zone());
        LocalDate last = LocalDate.ofInstant(to, calendar.zone());
        for (int i = 0; i < MAX_DAYS && !day.isAfter(last); i++, day = day.plusDays(1)) {
            for (Opening opening : openings(calendar, day)) {
                Instant start = later(opening.from(), from);
                Instant end = opening.to().isBefore(to) ? opening.to() : to;
                open = start.isBefore(end) ? open.plus(Duration.between(start, end)) : open;
            }
        }
        return open;
    }

    /** Openings of one day in order, not overlapping, none of them empty. */
    private static List<Opening> openings(CalendarRule calendar, LocalDate day) {
        List<Opening> openings = new ArrayList<>();
        if (calendar.holidays().contains(day)) {
            return openings;
        }
        Instant free = Instant.MIN;
        for (Interval interval : calendar.hours().getOrDefault(day.getDayOfWeek(), List.of())) {
            Instant from = later(opens(day.atTime(interval.from()), calendar.zone()), free);
            Instant to = closes(end(day, interval.to()), calendar.zone());
            if (from.isBefore(to)) {
                openings.add(new Opening(from, to));
                free = to;
            }
        }
        return openings;
    }

    private static LocalDateTime end(LocalDate day, LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to);
    }

    private static Instant opens(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.of(local, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private static Instant closes(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.of(local, zone).withLaterOffsetAtOverlap().toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private record Opening(Instant from, Instant to) {}
}
