// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant resolves soon after a category has been automated is looked at more closely than later (L09).
 *
 * @param share of those resolutions to review, 0 to 1
 * @param millis for how long from the first day on
 * @param since the day, UTC, from which on the category is automated, by category
 */
public record TrialRule(double share, long millis, Map<String, LocalDate> since) {

    /** Nothing has been automated lately. */
    public static final TrialRule NONE = new TrialRule(0, 0, Map.of());

    private static final long WEEK = Duration.ofDays(7).toMillis();

    /** In which week of its trial a category is at that moment, epoch milliseconds, from 1 on; empty where it is in none. */
    public OptionalInt week(@Nullable String category, long at) {
        LocalDate day = category == null ? null : since.get(category);
        if (day == null) {
            return OptionalInt.empty();
        }
        long age = at - day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return age >= 0 && age < millis ? OptionalInt.of((int) (age / WEEK) + 1) : OptionalInt.empty();
    }

    /** How many weeks a trial has, the last one perhaps not whole. */
    public int weeks() {
        return (int) ((millis + WEEK - 1) / WEEK);
    }
}
