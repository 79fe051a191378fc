// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times and dates as text. */
final class Timestamps {

    private static final int DATE_CHARS = 10;

    private Timestamps() {}

    /**
     * A time of RFC 3339 with any offset, cut to milliseconds. A space instead of the T is allowed, as the RFC does.
     *
     * @param field names the field in the refusal
     */
    static Instant instant(String text, String field) throws RefusedException {
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
