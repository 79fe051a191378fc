// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.ruleset.CalendarRule;
import io.baton.policy.ruleset.CalendarRule.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S07")
class BusinessTimeTest {

    private static final CalendarRule OFFICE = weekdays("09:00-17:00");
    private static final CalendarRule LUNCH = weekdays("09:00-12:00", "13:00-17:00");

    // Berlin, 2026: summer time begins on 29 March at 2:00, ends on 25 October at 3:00.
    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2026-03-06T16:30+01:00, PT1H,    2026-03-09T09:30+01:00", // Friday to Monday
        "2026-03-04T10:00+01:00, PT1H,    2026-03-04T11:00+01:00",
        "2026-03-04T10:00+01:00, PT7H,    2026-03-04T17:00+01:00", // exactly at closing time
        "2026-03-04T10:00+01:00, PT7H1S,  2026-03-05T09:00:01+01:00",
        "2026-03-04T17:00+01:00, PT1M,    2026-03-05T09:01+01:00",
        "2026-03-04T06:00+01:00, PT0S,    2026-03-04T09:00+01:00",
        "2026-03-04T10:00+01:00, PT-5M,   2026-03-04T10:00+01:00",
        "2026-03-07T12:00+01:00, PT10M,   2026-03-09T09:10+01:00", // Saturday
        "2026-03-04T09:00+01:00, PT40H,   2026-03-10T17:00+01:00", // five working days, a weekend between
        "2026-12-24T16:30+01:00, PT1H,    2026-12-28T09:30+01:00", // Friday 25th is a holiday, then the weekend
        "2026-03-27T16:30+01:00, PT1H,    2026-03-30T09:30+02:00", // over the change to summer time
        "2026-10-23T16:30+02:00, PT1H,    2026-10-26T09:30+01:00", // and back
        "2026-03-04T08:00Z,      PT8H,    2026-03-04T16:00Z" // asked in another zone
    })
    void onlyOpenHoursCount(OffsetDateTime from, Duration span, OffsetDateTime due) {
        // when
        var reached = BusinessTime.add(OFFICE, from.toInstant(), span);

        // then
        assertThat(reached).contains(due.toInstant());
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2026-03-04T11:30+01:00, PT1H,    2026-03-04T13:30+01:00",
        "2026-03-04T12:15+01:00, PT10M,   2026-03-04T13:10+01:00",
        "2026-03-06T16:45+01:00, PT3H30M, 2026-03-09T13:15+01:00"
    })
    void aBreakAtNoonIsNotCounted(OffsetDateTime from, Duration span, OffsetDateTime due) {
        assertThat(BusinessTime.add(LUNCH, from.toInstant(), span)).contains(due.toInstant());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-04T08:59:59.999+01:00, false",
        "2026-03-04T09:00+01:00,        true",
        "2026-03-04T11:59:59.999+01:00, true",
        "2026-03-04T12:00+01:00,        false",
        "2026-03-04T13:00+01:00,        true",
        "2026-03-04T17:00+01:00,        false",
        "2026-03-07T10:00+01:00,        false",
        "2026-12-25T10:00+01:00,        false",
        "2026-07-01T07:00Z,             true", // 9:00 in summer time
        "2026-07-01T06:59Z,             false"
    })
    void openingsIncludeTheirStartAndExcludeTheirEnd(OffsetDateTime at, boolean open) {
        assertThat(BusinessTime.isOpen(LUNCH, at.toInstant())).isEqualTo(open);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-04T10:00+01:00, 2026-03-04T10:00+01:00",
        "2026-03-04T12:00+01:00, 2026-03-04T13:00+01:00",
        "2026-03-06T17:00+01:00, 2026-03-09T09:00+01:00",
        "2026-12-24T18:00+01:00, 2026-12-28T09:00+01:00"
    })
    void theNextOpeningIsNowWhileOpen(OffsetDateTime at, OffsetDateTime opening) {
        assertThat(BusinessTime.nextOpening(LUNCH, at.toInstant())).contains(opening.toInstant());
    }

    @Test
    void aDayAroundTheClockHasTwentyThreeHoursInSpringAndTwentyFiveInAutumn() {
        // given
        CalendarRule always = every("00:00-00:00");

        // when
        var spring = BusinessTime.add(always, at("2026-03-29T00:00+01:00"), Duration.ofHours(23));
        var autumn = BusinessTime.add(always, at("2026-10-25T00:00+02:00"), Duration.ofHours(25));

        // then
        assertThat(spring).contains(at("2026-03-30T00:00+02:00"));
        assertThat(autumn).contains(at("2026-10-26T00:00+01:00"));
    }

    @Test
    void anOpeningInTheHourThatSpringSkipsMovesToItsEnd() {
        // given
        CalendarRule night = every("02:30-06:00");

        // when
        var opening = BusinessTime.nextOpening(night, at("2026-03-29T00:00+01:00"));

        // then
        assertThat(opening).contains(at("2026-03-29T03:00+02:00"));
    }

    @Test
    void theHourThatAutumnRepeatsIsOpenTwiceAndCountedOnce() {
        // given two openings that meet inside the repeated hour
        CalendarRule night = every("01:00-02:30", "02:30-04:00");

        // when
        var closing = BusinessTime.add(night, at("2026-10-25T01:00+02:00"), Duration.ofHours(4));

        // then
        assertThat(closing).contains(at("2026-10-25T04:00+01:00"));
        assertThat(BusinessTime.isOpen(night, at("2026-10-25T02:15+02:00"))).isTrue();
        assertThat(BusinessTime.isOpen(night, at("2026-10-25T02:15+01:00"))).isTrue();
    }

    @Test
    void aCalendarThatNeverOpensHasNoDueTime() {
        // given
        CalendarRule never = new CalendarRule("never", ZoneId.of("UTC"), Map.of(), Set.of());

        // when / then
        assertThat(BusinessTime.add(never, at("2026-03-04T10:00Z"), Duration.ofMinutes(1)))
                .isEmpty();
        assertThat(BusinessTime.nextOpening(never, at("2026-03-04T10:00Z"))).isEmpty();
        assertThat(BusinessTime.isOpen(never, at("2026-03-04T10:00Z"))).isFalse();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static CalendarRule weekdays(String... hours) {
        return calendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), hours);
    }

    private static CalendarRule every(String... hours) {
        return calendar(EnumSet.allOf(DayOfWeek.class), hours);
    }

    private static CalendarRule calendar(Set<DayOfWeek> days, String... hours) {
        List<Interval> intervals = List.of(hours).stream()
                .map(text -> text.split("-"))
                .map(ends -> new Interval(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                .toList();
        EnumMap<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, intervals));
        return new CalendarRule("hours", ZoneId.of("Europe/Berlin"), week, Set.of(LocalDate.of(2026, 12, 25)));
    }
}
