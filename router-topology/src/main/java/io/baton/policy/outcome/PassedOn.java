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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was known at each hand-over, and so could be passed on (H15).
 *
 * <p>Read from the journal in event order and not from packets as they were sent: what came late is known where it happened, so
 * that the order of arrival makes no difference.
 */
final class PassedOn {

    private final Set<String> known = new HashSet<>();
    private final List<Course.Gap> gaps = new ArrayList<>();
    private boolean asked;
    private boolean answered;

    void take(AcceptedEvent event, Object data) {
        if (data instanceof JourneyChanged journey) {
            account(journey.getCustomer());
        } else if (data instanceof ConversationStarted started) {
            note("page", started.getPage());
            note("category", started.getCategory());
            note("language", started.getLanguage());
        } else if (data instanceof CustomerMessage message) {
            asked = true;
            note("history", message);
            note("page", message.getPage());
            note("category", message.getCategory());
        } else if (data instanceof AssistantReply reply) {
            reply(reply);
        } else if (data instanceof EscalationIssued issued && !issued.getRule().isEmpty()) {
            note("identity", isIdentified(event) ? event : null);
            gaps.add(new Course.Gap(issued.getRule(), unknown()));
        }
    }

    /** Each hand-over with its rule, the first first. */
    List<Course.Gap> gaps() {
        return List.copyOf(gaps);
    }

    private void reply(AssistantReply reply) {
        note("category", reply.getCategory());
        if (asked && !Boolean.TRUE.equals(reply.getDraft())) {
            answered = true;
            note("attempts", Boolean.TRUE.equals(reply.getClarification()) ? null : reply);
        }
    }

    /** Where the assistant has said nothing to the customer, no attempt is the whole truth. */
    private List<String> unknown() {
        return Course.PASSED_ON.stream()
                .filter(part -> !known.contains(part) && (answered || !part.equals("attempts")))
                .toList();
    }

    /** The latest word counts: what an account no longer says is not known any more. */
    private void account(CustomerSnapshot customer) {
        known.remove("account");
        note("account", customer.getPlan());
        note("account", customer.getAnnualValue());
        note("account", customer.getLifecycle());
        note("account", customer.getHealth());
    }

    /** A producer that knows no customer sends the conversation id in its place. */
    private static boolean isIdentified(AcceptedEvent event) {
        return !event.getCustomerId().equals(event.getConversationId());
    }

    private void note(String part, @Nullable Object value) {
        if (value != null) {
            known.add(part);
        }
    }
}
