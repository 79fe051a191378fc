// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.AssistantReply;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.state.AcceptedEvent;
import io.baton.state.CustomerSnapshot;
import io.baton.state.EscalationIssued;
import io.baton.state.JourneyChanged;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known at each hand-over, and so could be passed on (H15).
 *
 * <p>Read from the journal in event order and not from packets as they were sent: what came late is known where it happened, so
 * that the order of arrival makes no difference.
 */
final class PassedOn {

    /** In the order of {@link Course#PASSED_ON}. */
    private enum Part {
        HISTORY("history"),
        ATTEMPTS("attempts"),
        IDENTITY("identity"),
        ACCOUNT("account"),
        CATEGORY("category"),
        LANGUAGE("language"),
        PAGE("page");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    private final EnumSet<Part> known = EnumSet.noneOf(Part.class);
    private List<Course.Gap> gaps = List.of();
    private boolean asked;
    private boolean answered;

    void take(AcceptedEvent event, Object data) {
        if (data instanceof JourneyChanged journey) {
            account(journey.getCustomer());
        } else if (data instanceof ConversationStarted started) {
            note(Part.PAGE, started.getPage());
            note(Part.CATEGORY, started.getCategory());
            note(Part.LANGUAGE, started.getLanguage());
        } else if (data instanceof CustomerMessage message) {
            asked = true;
            note(Part.HISTORY, message);
            note(Part.PAGE, message.getPage());
            note(Part.CATEGORY, message.getCategory());
        } else if (data instanceof AssistantReply reply) {
            reply(reply);
        } else if (data instanceof EscalationIssued issued && !issued.getRule().isEmpty()) {
            note(Part.IDENTITY, isIdentified(event) ? event : null);
            gaps = gaps.isEmpty() ? new ArrayList<>() : gaps;
            gaps.add(new Course.Gap(issued.getRule(), unknown()));
        }
    }

    /** Each hand-over with its rule, the first first. */
    List<Course.Gap> gaps() {
        return List.copyOf(gaps);
    }

    private void reply(AssistantReply reply) {
        note(Part.CATEGORY, reply.getCategory());
        if (asked && !Boolean.TRUE.equals(reply.getDraft())) {
            answered = true;
            note(Part.ATTEMPTS, Boolean.TRUE.equals(reply.getClarification()) ? null : reply);
        }
    }

    /** Where the assistant has said nothing to the customer, no attempt is the whole truth. */
    private List<String> unknown() {
        return EnumSet.complementOf(known).stream()
                .filter(part -> answered || part != Part.ATTEMPTS)
                .map(part -> part.word)
                .toList();
    }

    /** The latest word counts: what an account no longer says is not known any more. */
    private void account(CustomerSnapshot customer) {
        known.remove(Part.ACCOUNT);
        note(Part.ACCOUNT, customer.getPlan());
        note(Part.ACCOUNT, customer.getAnnualValue());
        note(Part.ACCOUNT, customer.getLifecycle());
        note(Part.ACCOUNT, customer.getHealth());
    }

    /** A producer that knows no customer sends the conversation id in its place. */
    private static boolean isIdentified(AcceptedEvent event) {
        return !event.getCustomerId().equals(event.getConversationId());
    }

    private void note(Part part, @Nullable Object value) {
        if (value != null) {
            known.add(part);
        }
    }
}
