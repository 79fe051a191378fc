// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.History;
import io.baton.event.PastContact;
import io.baton.policy.journey.ContactHistory;
import io.baton.state.Contact;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened before this conversation (H07). */
final class Past {

    private static final Comparator<Contact> LATEST_FIRST = Comparator.comparingLong(Contact::getStartedAt)
            .thenComparing(Contact::getConversationId)
            .reversed();

    private Past() {}

    static History of(Case c) {
        ConversationState state = c.state();
        List<Contact> others = others(c);
        String fallback = c.rules().defaultCategory();
        long week = c.rules().journey().repeatWithin();
        int started = ContactHistory.started(others, c.at(), week, contact -> true);
        int same = ContactHistory.started(
                others,
                c.at(),
                week,
                contact -> ContactHistory.sameIssue(contact.getCategory(), state.getCategory(), fallback));
        int own = c.at() - state.getStartedAt() < week ? 1 : 0;
        return History.newBuilder()
                .setContacts7d(started + own)
                .setSameCategory7d(same + own)
                .setEscalations6m(ContactHistory.escalations(
                                others, c.at(), c.rules().journey().prefersHumanWithin())
                        + ownEscalations(c))
                .setContacts(others.stream().map(Past::contact).toList())
                .build();
    }

    private static List<Contact> others(Case c) {
        List<Contact> others = new ArrayList<>();
        CustomerJourney journey = c.in().journey();
        if (journey != null) {
            others.addAll(journey.getContacts());
        }
        others.removeIf(contact -> contact.getConversationId().equals(c.state().getConversationId()));
        others.sort(LATEST_FIRST);
        return others;
    }

    /** This escalation and earlier ones of this conversation: the state has counted them, this one included. */
    private static int ownEscalations(Case c) {
        return Math.max(1, c.state().getEscalations());
    }

    private static PastContact contact(Contact contact) {
        return PastContact.newBuilder()
                .setConversationId(contact.getConversationId())
                .setCategory(contact.getCategory())
                .setStartedAt(Instant.ofEpochMilli(contact.getStartedAt()))
                .setOutcome(contact.getOutcome())
                .setEscalated(!contact.getEscalatedAt().isEmpty())
                .build();
    }
}
