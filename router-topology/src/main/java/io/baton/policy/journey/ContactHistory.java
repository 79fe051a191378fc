// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import io.baton.state.Contact;
import io.baton.state.CustomerJourney;
import io.baton.state.RecentContacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts earlier conversations and escalations of a customer within a span that ends at a moment. */
public final class ContactHistory {

    private ContactHistory() {}

    /**
     * Conversations that pass the filter and began less than {@code span} milliseconds before {@code at}, or then. With seven
     * days, one of the first day no longer counts on the eighth.
     */
    public static int started(List<Contact> contacts, long at, long span, Predicate<Contact> filter) {
        int count = 0;
        for (Contact contact : contacts) {
            if (since(contact.getStartedAt(), at, span) && filter.test(contact)) {
                count++;
            }
        }
        return count;
    }

    /** The same by category, in the order of categories; the default one stands for none. */
    static List<RecentContacts> recent(
            @Nullable CustomerJourney journey, long at, long span, String except, String defaultCategory) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Contact contact : contacts(journey)) {
            if (since(contact.getStartedAt(), at, span)
                    && !contact.getConversationId().equals(except)) {
                counts.merge(Objects.requireNonNullElse(contact.getCategory(), defaultCategory), 1, Integer::sum);
            }
        }
        List<RecentContacts> recent = new ArrayList<>(counts.size());
        counts.forEach((category, count) -> recent.add(new RecentContacts(category, count)));
        return recent;
    }

    /** Satisfaction in the survey of the latest conversation that has one; null = none. */
    static @Nullable Integer lastCsat(@Nullable CustomerJourney journey) {
        Integer last = null;
        for (Contact contact : contacts(journey)) {
            last = contact.getCsat() == null ? last : contact.getCsat();
        }
        return last;
    }

    /** Escalations within {@code span} milliseconds up to and including {@code at}. */
    public static int escalations(List<Contact> contacts, long at, long span) {
        int count = 0;
        for (Contact contact : contacts) {
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

    static List<Contact> contacts(@Nullable CustomerJourney journey) {
        return journey == null ? List.of() : journey.getContacts();
    }

    private static boolean within(long time, long at, long span) {
        return time <= at && at - time <= span;
    }

    private static boolean since(long time, long at, long span) {
        return time <= at && at - time < span;
    }
}
