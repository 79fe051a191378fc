// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times and dates as text. */
final class Timestamps {

    private static final int DATE_CHARS = 10;
    private static final String USUAL = "0000-00-00T00:00:00.000Z";

    private Timestamps() {}

    /**
     * A time of RFC 3339 with any offset, cut to milliseconds. A space instead of the T is allowed, as the RFC does.
     *
     * @param field names the field in the refusal
     */
    static Instant instant(String text, String field) throws RefusedException {
        Instant usual = usual(text);
        if (usual != null) {
            return usual;
        }
        boolean spaced = text.length() > DATE_CHARS && text.charAt(DATE_CHARS) == ' ';
        String standard = spaced ? text.substring(0, DATE_CHARS) + 'T' + text.substring(DATE_CHARS + 1) : text;
        try {
            Instant instant = Instant.parse(standard);
            if (text.charAt(0) != '+' && text.charAt(0) != '-') {
                return instant.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException e) {
            // Refused below, without the text.
        }
        throw new RefusedException(Refusal.BAD_TIME, field + " must be RFC 3339");
    }

    /**
     * The form that nearly every event has, {@code 2026-03-02T09:00:05.250Z}, read without the general parser, which costs
     * as much as the rest of the envelope. Null for any other form, and for digits that are no time.
     */
    private static @Nullable Instant usual(String text) {
        if (text.length() != USUAL.length()) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char form = USUAL.charAt(i);
            char c = text.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return null;
            }
        }
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        long days = LocalDate.of(number(text, 0, 4), month, day).toEpochDay();
        long seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
        return Instant.ofEpochMilli(seconds * 1000 + number(text, 20, 23));
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** A time, or a date that means its first moment in UTC. */
    static Instant instantOrDay(String text, String field) throws RefusedException {
        return text.length() == DATE_CHARS
                ? day(text, field).atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC)
                : instant(text, field);
    }

    static LocalDate day(String text, String field) throws RefusedException {
        try {
            if (text.length() == DATE_CHARS) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Refused below, without the text.
        }
        throw new RefusedException(Refusal.BAD_TIME, field + " must be a date, year-month-day");
    }
}
