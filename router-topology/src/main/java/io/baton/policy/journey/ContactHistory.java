// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import io.baton.state.Contact;
import io.baton.state.CustomerJourney;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts earlier conversations and escalations of a customer within a span that ends at a moment. */
public final class ContactHistory {

    /** Span of "the past week" in which contacts about the same issue are counted (T13). */
    public static final Duration WEEK = Duration.ofDays(7);

    /** Span of "six months" in which escalations are remembered (S09), counted as half a year of 366 days. */
    public static final Duration HALF_YEAR = Duration.ofDays(183);

    private ContactHistory() {}

    /** Conversations that pass the filter and began within {@code span} up to and including {@code at}. */
    public static int started(@Nullable CustomerJourney journey, long at, Duration span, Predicate<Contact> filter) {
        int count = 0;
        for (Contact contact : contacts(journey)) {
            if (within(contact.getStartedAt(), at, span) && filter.test(contact)) {
                count++;
            }
        }
        return count;
    }

    /** Escalations within {@code span} up to and including {@code at}. */
    public static int escalations(@Nullable CustomerJourney journey, long at, Duration span) {
        int count = 0;
        for (Contact contact : contacts(journey)) {
            for (long escalatedAt : contact.getEscalatedAt()) {
                if (within(escalatedAt, at, span)) {
                    count++;
                }
            }
        }
        return count;
    }

    /** Whether both conversations are about the same issue: customer and category (T13). */
    public static boolean sameIssue(@Nullable String category, @Nullable String other, String defaultCategory) {
        return Objects.requireNonNullElse(category, defaultCategory)
                .equals(Objects.requireNonNullElse(other, defaultCategory));
    }

    private static List<Contact> contacts(@Nullable CustomerJourney journey) {
        return journey == null ? List.of() : journey.getContacts();
    }

    private static boolean within(long time, long at, Duration span) {
        return time <= at && at - time <= span.toMillis();
    }
}
