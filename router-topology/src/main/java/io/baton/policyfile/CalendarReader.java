// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.CalendarRule;
import io.baton.policy.ruleset.CalendarRule.Interval;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code calendars}. */
final class CalendarReader {

    private static final Pattern INTERVAL = Pattern.compile("([0-2]\\d:[0-5]\\d)-([0-2]\\d:[0-5]\\d)");
    private static final String DAYS = "a day (mon, tue, wed, thu, fri, sat, sun) or a span such as mon-fri";
    private static final String END_OF_DAY = "24:00";

    private CalendarReader() {}

    static Map<String, CalendarRule> read(Value section) {
        return section.each(entry -> {
            String id = Declared.id(entry);
            return entry.value().mapping(m -> calendar(id, m));
        });
    }

    private static CalendarRule calendar(String id, Mapping m) {
        ZoneId zone = m.required("zone")
                .as("a time zone such as Europe/Berlin or America/New_York", CalendarReader::zone, ZoneOffset.UTC);
        Set<LocalDate> holidays = new LinkedHashSet<>(m.optional("holidays")
                .items(item -> item.as("a date such as 2026-12-25", CalendarReader::date, LocalDate.EPOCH)));
        return new CalendarRule(id, zone, hours(m.required("hours")), Collections.unmodifiableSet(holidays));
    }

    private static Map<DayOfWeek, List<Interval>> hours(Value section) {
        EnumMap<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        AtomicInteger given = new AtomicInteger();
        section.each(entry -> {
            List<DayOfWeek> days = entry.key().as(DAYS, CalendarReader::days, List.of());
            List<Interval> intervals = intervals(entry.value());
            given.addAndGet(
                    entry.value().given() && !entry.value().isCollection()
                            ? 1
                            : entry.value().size());
            for (DayOfWeek day : days) {
                if (week.put(day, intervals) != null) {
                    entry.key().fail("gives hours of " + name(day) + " a second time");
                }
            }
            return days;
        });
        if (section.given() && week.isEmpty()) {
            section.fail("must open on at least one day");
        } else if (section.given() && given.get() == 0) {
            section.fail("must hold at least one interval: a calendar that never opens has no due time");
        }
        return Collections.unmodifiableMap(week);
    }

    private static List<Interval> intervals(Value list) {
        List<Interval> open = new ArrayList<>();
        list.items(item -> {
            List<Interval> read = item.as(
                    "an interval such as 09:00-17:30, at most until 24:00",
                    text -> interval(text).map(List::of),
                    List.of());
            for (Interval next : read) {
                if (!open.isEmpty() && !follows(open.get(open.size() - 1), next)) {
                    item.fail("must begin after the interval before it has ended");
                }
                open.add(next);
            }
            return read;
        });
        return Collections.unmodifiableList(open);
    }

    private static boolean follows(Interval earlier, Interval later) {
        return !earlier.to().equals(LocalTime.MIDNIGHT) && !later.from().isBefore(earlier.to());
    }

    private static Optional<Interval> interval(String text) {
        Matcher matcher = INTERVAL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime from = LocalTime.parse(matcher.group(1));
            boolean whole = matcher.group(2).equals(END_OF_DAY);
            LocalTime to = whole ? LocalTime.MIDNIGHT : LocalTime.parse(matcher.group(2));
            return whole || from.isBefore(to) ? Optional.of(new Interval(from, to)) : Optional.empty();
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<List<DayOfWeek>> days(String text) {
        String[] ends = text.split("-", -1);
        Optional<DayOfWeek> from = day(ends[0]);
        Optional<DayOfWeek> to = day(ends[ends.length - 1]);
        if (ends.length > 2 || from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) > 0) {
            return Optional.empty();
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (int day = from.get().getValue(); day <= to.get().getValue(); day++) {
            days.add(DayOfWeek.of(day));
        }
        return Optional.of(days);
    }

    private static Optional<DayOfWeek> day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name(day).equals(text)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }
}
