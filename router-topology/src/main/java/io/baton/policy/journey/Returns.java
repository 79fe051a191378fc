// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import io.baton.state.Contact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations did not hold because the customer came back with the same issue: customer and category are the same,
 * and the new conversation began after the end of the old one and before its outcome was durable. A function of the contacts
 * alone, so that it makes no difference in which order they became known.
 */
final class Returns {

    private Returns() {}

    /** The contacts with who came back after whom; the very same list where none of it is new. */
    @SuppressWarnings("ReferenceEquality") // of which nothing is new is the same object
    static List<Contact> settled(List<Contact> contacts, long durableMillis) {
        List<Contact> settled = contacts;
        for (int i = 0; i < contacts.size(); i++) {
            Contact contact = contacts.get(i);
            Contact now = settled(
                    contact, returnedAt(contact, contacts, durableMillis), followsUp(contact, contacts, durableMillis));
            if (now != contact) {
                settled = settled == contacts ? new ArrayList<>(contacts) : settled;
                settled.set(i, now);
            }
        }
        return settled;
    }

    /** The contact itself where nothing of it is new, as with most of a turn: a copy costs more than to look. */
    private static Contact settled(Contact contact, long returnedAt, boolean followsUp) {
        return contact.getReturnedAt() == returnedAt && contact.getFollowsUp() == followsUp
                ? contact
                : Contact.newBuilder(contact)
                        .setReturnedAt(returnedAt)
                        .setFollowsUp(followsUp)
                        .build();
    }

    private static boolean followsUp(Contact contact, List<Contact> contacts, long durableMillis) {
        for (Contact other : contacts) {
            if (follows(contact, other, durableMillis)) {
                return true;
            }
        }
        return false;
    }

    private static long returnedAt(Contact ended, List<Contact> contacts, long durableMillis) {
        long first = 0;
        for (Contact other : contacts) {
            if (follows(other, ended, durableMillis)) {
                first = first == 0 ? other.getStartedAt() : Math.min(first, other.getStartedAt());
            }
        }
        return first;
    }

    private static boolean follows(Contact later, Contact ended, long durableMillis) {
        String category = ended.getCategory();
        return helped(ended)
                && category != null
                && category.equals(later.getCategory())
                && later.getStartedAt() > endedAt(ended)
                && later.getStartedAt() - endedAt(ended) < durableMillis
                && !later.getConversationId().equals(ended.getConversationId());
    }

    /** Merged conversations and spam are nobody's work. */
    private static boolean helped(Contact contact) {
        return contact.getEndedAfter() > 0
                && (contact.getOutcome().equals("resolved")
                        || contact.getOutcome().equals("abandoned"));
    }

    /** When it ended last, epoch milliseconds. */
    static long endedAt(Contact contact) {
        return contact.getStartedAt() + contact.getEndedAfter() - 1;
    }

    /** The contact of a conversation; null = not there. */
    static @Nullable Contact find(List<Contact> contacts, String conversationId) {
        for (Contact contact : contacts) {
            if (contact.getConversationId().equals(conversationId)) {
                return contact;
            }
        }
        return null;
    }
}
