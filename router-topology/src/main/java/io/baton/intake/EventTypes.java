// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.event.AgentAvailabilityChanged;
import io.baton.event.AgentJoined;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConsentChanged;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationReopened;
import io.baton.event.ConversationResolved;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.ErasureRequested;
import io.baton.event.EscalationReviewed;
import io.baton.event.HumanRequested;
import io.baton.event.IncidentReported;
import io.baton.event.ProductSignalReported;
import io.baton.event.QaReviewed;
import io.baton.event.ReplyCorrected;
import io.baton.event.ReturnedToAutomation;
import io.baton.event.RulesetPublished;
import io.baton.event.SurveyAnswered;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of event types: CloudEvents type, Avro class, topic and key. */
public final class EventTypes {

    private static final List<EventType> ALL = List.of(
            new EventType(
                    "conversation.started", ConversationStarted.class, ConversationStarted::new, Subject.CONVERSATION),
            new EventType(
                    "conversation.customer-message", CustomerMessage.class, CustomerMessage::new, Subject.CONVERSATION),
            new EventType(
                    "conversation.assistant-reply", AssistantReply.class, AssistantReply::new, Subject.CONVERSATION),
            new EventType("conversation.agent-message", AgentMessage.class, AgentMessage::new, Subject.CONVERSATION),
            new EventType(
                    "conversation.human-requested", HumanRequested.class, HumanRequested::new, Subject.CONVERSATION),
            new EventType("conversation.agent-joined", AgentJoined.class, AgentJoined::new, Subject.CONVERSATION),
            new EventType(
                    "conversation.returned-to-automation",
                    ReturnedToAutomation.class,
                    ReturnedToAutomation::new,
                    Subject.CONVERSATION),
            new EventType(
                    "conversation.resolved",
                    ConversationResolved.class,
                    ConversationResolved::new,
                    Subject.CONVERSATION),
            new EventType(
                    "conversation.reopened",
                    ConversationReopened.class,
                    ConversationReopened::new,
                    Subject.CONVERSATION),
            new EventType(
                    "conversation.closed", ConversationClosed.class, ConversationClosed::new, Subject.CONVERSATION),
            new EventType(
                    "conversation.survey-answered", SurveyAnswered.class, SurveyAnswered::new, Subject.CONVERSATION),
            new EventType(
                    "conversation.reply-corrected", ReplyCorrected.class, ReplyCorrected::new, Subject.CONVERSATION),
            new EventType(
                    "conversation.escalation-reviewed",
                    EscalationReviewed.class,
                    EscalationReviewed::new,
                    Subject.CONVERSATION),
            new EventType("conversation.qa-reviewed", QaReviewed.class, QaReviewed::new, Subject.CONVERSATION),
            new EventType("customer.consent-changed", ConsentChanged.class, ConsentChanged::new, Subject.CONVERSATION),
            new EventType(
                    "customer.erasure-requested", ErasureRequested.class, ErasureRequested::new, Subject.CONVERSATION),
            new EventType(
                    "customer.profile-updated",
                    CustomerProfileUpdated.class,
                    CustomerProfileUpdated::new,
                    Subject.PROFILE),
            new EventType("product.signal", ProductSignalReported.class, ProductSignalReported::new, Subject.SIGNAL),
            new EventType("incident.opened", IncidentReported.class, IncidentReported::new, Subject.INCIDENT),
            new EventType("incident.stage-changed", IncidentReported.class, IncidentReported::new, Subject.INCIDENT),
            new EventType("incident.closed", IncidentReported.class, IncidentReported::new, Subject.INCIDENT),
            new EventType(
                    "agents.availability-changed",
                    AgentAvailabilityChanged.class,
                    AgentAvailabilityChanged::new,
                    Subject.AVAILABILITY),
            new EventType("policy.ruleset-published", RulesetPublished.class, RulesetPublished::new, Subject.RULESET));

    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private EventTypes() {}

    /** Every type, in the order of the contract. */
    public static List<EventType> all() {
        return ALL;
    }

    /** The type of this name, or null where the contract has none. */
    public static @Nullable EventType of(String name) {
        return BY_NAME.get(name);
    }

    /** What a CloudEvent is about; one of unknown type counts as a conversation's, where intake will refuse it. */
    public static Subject subject(JsonNode event) {
        EventType type = BY_NAME.get(event.path("type").asText());
        return type == null ? Subject.CONVERSATION : type.subject();
    }

    /**
     * The record key under which a CloudEvent is published: the customer, the incident, the queue or the ruleset. Null where the
     * event names none; intake will refuse it.
     */
    public static @Nullable String key(JsonNode event) {
        return switch (subject(event)) {
            case CONVERSATION, PROFILE, SIGNAL -> first(event.path("partitionkey"), event.path("subject"));
            case INCIDENT -> first(event.path("subject"), event.path("partitionkey"));
            case AVAILABILITY ->
                first(event.path("data").path("queue"), event.path("partitionkey"), event.path("subject"));
            case RULESET -> first(event.path("data").path("name"), event.path("partitionkey"), event.path("subject"));
        };
    }

    private static @Nullable String first(JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            if (candidate.isTextual() && !candidate.textValue().isBlank()) {
                return candidate.textValue();
            }
        }
        return null;
    }
}
