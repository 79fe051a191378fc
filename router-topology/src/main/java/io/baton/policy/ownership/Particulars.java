// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.AgentJoined;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConsentChanged;
import io.baton.event.ConversationResolved;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.event.Resolver;
import io.baton.event.SurveyAnswered;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.JourneyChanged;
import io.baton.state.RecentContacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what an event says about the conversation itself, whoever holds it. Decides nothing; figures and what is at stake
 * are kept by the evidence. The same event twice changes nothing more.
 */
final class Particulars {

    /** A page is kept for the packet; a longer address would be most of the state and tells an agent no more. */
    static final int LONGEST_PAGE = 120;

    private Particulars() {}

    static void note(ConversationState s, AcceptedEvent event) {
        Object data = Kind.data(event);
        if (data instanceof ConversationStarted started) {
            started(s, started);
        } else if (data instanceof CustomerMessage message) {
            s.setLastCustomerAt(event.getAt());
            category(s, message.getCategory());
            page(s, message.getPage());
        } else if (data instanceof AssistantReply reply) {
            s.setAssistantTouched(true);
            s.setLastReplyAt(event.getAt());
            category(s, reply.getCategory());
        } else if (data instanceof AgentMessage) {
            s.setAgentTouched(true);
            s.setLastReplyAt(event.getAt());
        } else if (data instanceof AgentJoined) {
            s.setAgentTouched(true);
        } else if (data instanceof ConversationResolved resolved) {
            s.setAgentTouched(s.getAgentTouched() || resolved.getBy() == Resolver.AGENT);
            category(s, resolved.getCategory());
        } else if (data instanceof SurveyAnswered survey) {
            survey(s, survey);
        } else if (data instanceof ConsentChanged consent) {
            s.getCustomer().setAutomationConsent(consent.getAutomation());
        } else if (data instanceof JourneyChanged journey) {
            customer(s, journey.getCustomer());
        }
    }

    /** A snapshot of its own, since consent that is said in the conversation is written to it. */
    static CustomerSnapshot copy(CustomerSnapshot known) {
        return new CustomerSnapshot(
                known.getSegment(),
                known.getAnnualValue(),
                known.getLifecycle(),
                known.getPlan(),
                known.getHealth(),
                known.getUsageChange(),
                known.getAtRisk(),
                known.getOpenBillingDispute(),
                known.getPrefersHuman(),
                known.getCustomerSinceDay(),
                known.getRenewalDay(),
                known.getDedicatedContact(),
                known.getAutomationConsent(),
                known.getRecentContacts(),
                known.getLastCsat(),
                known.getEscalations());
    }

    private static void customer(ConversationState s, CustomerSnapshot now) {
        Boolean said = s.getCustomer().getAutomationConsent();
        List<RecentContacts> before = s.getCustomer().getRecentContacts();
        s.setCustomer(copy(now));
        s.getCustomer().setRecentContacts(before);
        if (now.getAutomationConsent() == null) {
            s.getCustomer().setAutomationConsent(said);
        }
    }

    private static void started(ConversationState s, ConversationStarted started) {
        s.setChannel(started.getChannel());
        category(s, started.getCategory());
        page(s, started.getPage());
        if (started.getLanguage() != null) {
            s.setLanguage(started.getLanguage());
        }
        if (started.getAutomationConsent() != null) {
            s.getCustomer().setAutomationConsent(started.getAutomationConsent());
        }
    }

    private static void survey(ConversationState s, SurveyAnswered survey) {
        s.setCsat(survey.getCsat() != null ? survey.getCsat() : s.getCsat());
        s.setEffort(survey.getEffort() != null ? survey.getEffort() : s.getEffort());
        s.setNps(survey.getNps() != null ? survey.getNps() : s.getNps());
        s.setWorked(survey.getWorked() != null ? survey.getWorked() : s.getWorked());
    }

    private static void category(ConversationState s, @Nullable String category) {
        if (category != null) {
            s.setCategory(category);
        }
    }

    private static void page(ConversationState s, @Nullable String page) {
        if (page != null) {
            s.setPage(page.length() <= LONGEST_PAGE ? page : page.substring(0, LONGEST_PAGE));
        }
    }
}
