// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import io.baton.event.Owner;
import io.baton.policy.ruleset.JourneyRule;
import io.baton.state.Contact;
import io.baton.state.ConversationState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of a customer, one entry each, oldest first.
 *
 * <p>Bounded twice, by age and by number, so that the state of a customer who writes daily for years stays small.
 */
final class Contacts {

    private static final Comparator<Contact> OLDEST_FIRST =
            Comparator.comparingLong(Contact::getStartedAt).thenComparing(Contact::getConversationId);

    private Contacts() {}

    /**
     * The contacts with the entry of this conversation brought up to date.
     *
     * Kept are at most as many as the policy says; an older one says nothing new to an agent.
     */
    static List<Contact> with(List<Contact> before, ConversationState state, JourneyRule rule) {
        List<Contact> all = new ArrayList<>(before.size() + 1);
        Contact old = null;
        for (Contact contact : before) {
            if (contact.getConversationId().equals(state.getConversationId())) {
                old = contact;
            } else {
                all.add(contact);
            }
        }
        all.add(entry(old, state));
        long newest = state.getLastAt();
        for (Contact contact : all) {
            newest = Math.max(newest, lastSeen(contact));
        }
        long oldest = newest - rule.keepContacts();
        all.removeIf(contact -> !contact.getOpen() && lastSeen(contact) < oldest);
        all.sort(OLDEST_FIRST);
        int surplus = Math.max(0, all.size() - rule.mostContacts());
        return surplus == 0 ? all : new ArrayList<>(all.subList(surplus, all.size()));
    }

    private static Contact entry(@Nullable Contact old, ConversationState state) {
        return new Contact(
                state.getConversationId(),
                state.getCategory(),
                state.getStartedAt(),
                outcome(state),
                escalations(old == null ? List.of() : old.getEscalatedAt(), state),
                open(state),
                state.getCsat(),
                open(state) ? 0 : state.getResolvedAt() - state.getStartedAt() + 1,
                0L,
                false);
    }

    /**
     * A late event may move the time of an escalation, and an entry that is older than the state belongs to an earlier
     * life of the conversation, before its retention ended. So the list never holds more of this life than the state has
     * counted.
     */
    private static List<Long> escalations(List<Long> known, ConversationState state) {
        if (known.isEmpty() && state.getEscalations() == 0) {
            return List.of();
        }
        List<Long> earlier = new ArrayList<>();
        List<Long> now = new ArrayList<>();
        for (long at : known) {
            if (at < state.getStartedAt()) {
                earlier.add(at);
            } else if (at < state.getEscalatedAt()) {
                now.add(at);
            }
        }
        if (state.getEscalations() > 0) {
            int keep = Math.min(now.size(), state.getEscalations() - 1);
            earlier.addAll(now.subList(0, keep));
            earlier.add(state.getEscalatedAt());
        }
        return earlier;
    }

    private static boolean open(ConversationState state) {
        return state.getOwner() != Owner.RESOLVED && state.getOwner() != Owner.CLOSED;
    }

    private static String outcome(ConversationState state) {
        if (open(state)) {
            return "open";
        }
        boolean solved = state.getOwner() != Owner.CLOSED || state.getResolvedBy() != null;
        String reason = solved ? null : state.getCloseReason();
        return reason == null ? "resolved" : reason;
    }

    /** As {@code equals} of the lists, which asks the schema what each field is. */
    static boolean same(List<Contact> some, List<Contact> others) {
        int size = some.size();
        for (int i = 0; i < size && size == others.size(); i++) {
            if (!same(some.get(i), others.get(i))) {
                return false;
            }
        }
        return size == others.size();
    }

    private static boolean same(Contact one, Contact other) {
        return one.getStartedAt() == other.getStartedAt()
                && one.getOpen() == other.getOpen()
                && one.getEndedAfter() == other.getEndedAfter()
                && one.getReturnedAt() == other.getReturnedAt()
                && one.getFollowsUp() == other.getFollowsUp()
                && one.getConversationId().equals(other.getConversationId())
                && one.getOutcome().equals(other.getOutcome())
                && Objects.equals(one.getCategory(), other.getCategory())
                && Objects.equals(one.getCsat(), other.getCsat())
                && one.getEscalatedAt().equals(other.getEscalatedAt());
    }

    static long lastSeen(Contact contact) {
        long last = contact.getStartedAt();
        for (long at : contact.getEscalatedAt()) {
            last = Math.max(last, at);
        }
        return last;
    }
}
