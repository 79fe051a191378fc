// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a category whose automated satisfaction was under its floor in two months that follow each other (R08, A07).
 *
 * @param apply whether it moves up a tier by itself; otherwise that is only proposed
 * @param closed the day, UTC, on which a policy owner closed the cause, by category: a tier-up of that day or before no longer holds,
 *     and months that began before it are no longer held against the category
 */
public record TierUpRule(boolean apply, Map<String, LocalDate> closed) {

    /** Nothing moves by itself. */
    public static final TierUpRule PROPOSE = new TierUpRule(false, Map.of());

    /** Whether a tier-up of that moment still holds. */
    public boolean holds(String category, Instant at) {
        LocalDate day = closed.get(category);
        return apply && (day == null || LocalDate.ofInstant(at, ZoneOffset.UTC).isAfter(day));
    }

    /** Whether months from that day on are to be looked at. */
    public boolean looksAt(String category, LocalDate first) {
        @Nullable LocalDate day = closed.get(category);
        return day == null || !first.isBefore(day);
    }
}
