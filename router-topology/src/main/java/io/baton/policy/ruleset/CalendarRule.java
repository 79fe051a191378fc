// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opening hours.
 *
 * @param hours open intervals a day, in order, not overlapping; a day that is missing is closed
 * @param holidays days on which nobody works
 */
public record CalendarRule(String id, ZoneId zone, Map<DayOfWeek, List<Interval>> hours, Set<LocalDate> holidays) {

    /** Open from {@code from} (inclusive) to {@code to} (exclusive; midnight at the end of the day is 00:00). */
    public record Interval(LocalTime from, LocalTime to) {}
}
