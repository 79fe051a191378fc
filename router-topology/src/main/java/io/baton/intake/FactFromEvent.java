// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import io.baton.event.AgentAvailabilityChanged;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import io.baton.event.ProductSignalReported;
import io.baton.event.RulesetPublished;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** A CloudEvent becomes the generated record that a producer of Avro would have sent. */
final class FactFromEvent {

    private FactFromEvent() {}

    static SpecificRecord of(CloudEvent event) throws RefusedException {
        if (event.type().isBlank()) {
            throw new RefusedException(Refusal.MISSING_TYPE, "type");
        }
        EventType type = EventTypes.of(event.type());
        if (type == null) {
            throw new RefusedException(Refusal.UNKNOWN_TYPE, "type is none of the contract's");
        }
        if (event.time().isBlank()) {
            throw new RefusedException(Refusal.MISSING_TIME, "time");
        }
        Instant time = Timestamps.instant(event.time(), "time");
        SpecificRecord data = type.blank().get();
        Map<String, String> attributes = DataFields.fill(data, event.data());
        return switch (type.subject()) {
            case CONVERSATION -> conversation(event, time, data, attributes);
            case PROFILE -> profile((CustomerProfileUpdated) data, event, time, attributes);
            case SIGNAL -> signal((ProductSignalReported) data, event, time, attributes);
            case INCIDENT -> incident((IncidentReported) data, event, time, attributes);
            case AVAILABILITY -> availability((AgentAvailabilityChanged) data, event, time, attributes);
            case RULESET -> ruleset((RulesetPublished) data, time);
        };
    }

    /** Subject and partition key are taken as they are; {@link Admission} says what a missing one means. */
    private static SpecificRecord conversation(
            CloudEvent event, Instant time, SpecificRecord data, Map<String, String> attributes) {
        return new ConversationEvent(
                event.id(), event.source(), event.subject(), event.partitionKey(), time, data, attributes);
    }

    private static SpecificRecord profile(
            CustomerProfileUpdated fact, CloudEvent event, Instant time, Map<String, String> attributes) {
        fact.setId(event.id());
        fact.setSource(event.source());
        fact.setCustomerId(event.customer());
        fact.setTime(time);
        fact.setAttributes(attributes);
        return fact;
    }

    private static SpecificRecord signal(
            ProductSignalReported fact, CloudEvent event, Instant time, Map<String, String> attributes) {
        fact.setId(event.id());
        fact.setSource(event.source());
        fact.setCustomerId(event.customer());
        fact.setTime(time);
        fact.setAttributes(attributes);
        return fact;
    }

    private static SpecificRecord incident(
            IncidentReported fact, CloudEvent event, Instant time, Map<String, String> attributes) {
        fact.setId(event.id());
        fact.setSource(event.source());
        fact.setIncidentId(event.incident());
        fact.setTime(time);
        fact.setPhase(
                switch (event.type()) {
                    case "incident.opened" -> IncidentPhase.OPENED;
                    case "incident.closed" -> IncidentPhase.CLOSED;
                    default -> IncidentPhase.STAGE_CHANGED;
                });
        fact.setAttributes(attributes);
        return fact;
    }

    private static SpecificRecord availability(
            AgentAvailabilityChanged fact, CloudEvent event, Instant time, Map<String, String> attributes) {
        fact.setId(event.id());
        fact.setSource(event.source());
        fact.setTime(time);
        fact.setAttributes(attributes);
        return fact;
    }

    private static SpecificRecord ruleset(RulesetPublished fact, Instant time) {
        fact.setPublishedAt(time);
        return fact;
    }
}
