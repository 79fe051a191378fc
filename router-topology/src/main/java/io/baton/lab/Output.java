// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab;

import io.baton.event.Alert;
import io.baton.event.AssistantCommand;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.CustomerOutreach;
import io.baton.event.EscalationRaised;
import io.baton.event.IncidentReview;
import io.baton.event.MetricWindow;
import io.baton.event.PolicyProposal;
import io.baton.event.ReviewItem;
import io.baton.event.SolutionsCounted;
import io.baton.event.TextModelPublished;
import io.baton.event.TrainingExample;
import io.baton.names.Topics;
import io.baton.serde.Serdes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * One output topic and how its values are read.
 *
 * @param values null for the dead letters, whose values are whatever was received
 */
public record Output(String topic, @Nullable Deserializer<? extends SpecificRecord> values) {

    /** The record, or empty where the topic holds bytes as received. */
    public Optional<SpecificRecord> read(byte @Nullable [] value) {
        return values == null || value == null ? Optional.empty() : Optional.of(values.deserialize(topic, value));
    }

    /** Every output topic of the contract, in its order. */
    public static Map<String, Output> all(Topics topics, Collection<String> queues, Map<String, String> registry) {
        Map<String, Output> outputs = new LinkedHashMap<>();
        for (Topics.Spec spec : topics.all(List.copyOf(queues))) {
            if (spec.direction() == Topics.Direction.OUT) {
                Class<? extends SpecificRecord> type = type(topics, spec.name());
                outputs.put(spec.name(), new Output(spec.name(), type == null ? null : values(type, registry)));
            }
        }
        return outputs;
    }

    private static <T extends SpecificRecord> Deserializer<T> values(Class<T> type, Map<String, String> registry) {
        return Serdes.value(type, registry).deserializer();
    }

    private static @Nullable Class<? extends SpecificRecord> type(Topics topics, String topic) {
        Map<String, Class<? extends SpecificRecord>> types = new HashMap<>(Map.of(
                topics.incidentReviews(), IncidentReview.class,
                topics.decisions(), ConversationDecision.class,
                topics.assistantCommands(), AssistantCommand.class,
                topics.outcomes(), ConversationOutcome.class,
                topics.alerts(), Alert.class,
                topics.reviewItems(), ReviewItem.class,
                topics.trainingExamples(), TrainingExample.class,
                topics.policyProposals(), PolicyProposal.class,
                topics.textModels(), TextModelPublished.class,
                topics.customerOutreach(), CustomerOutreach.class));
        types.put(topics.solutions(), SolutionsCounted.class);
        if (topic.startsWith(topics.escalations(""))) {
            return EscalationRaised.class;
        }
        return topic.startsWith(topics.metrics("")) ? MetricWindow.class : types.get(topic);
    }
}
