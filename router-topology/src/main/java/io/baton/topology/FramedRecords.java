// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.AgentAvailabilityChanged;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.IncidentReported;
import io.baton.event.ProductSignalReported;
import io.baton.event.RulesetPublished;
import io.baton.intake.RecordDecoder;
import io.baton.serde.RegistryClient;
import io.baton.serde.RegistryConfig;
import io.baton.serde.Serdes;
import io.baton.serde.WireFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads framed Avro of any input record: the schema id says which one it is, whatever the topic. */
final class FramedRecords implements RecordDecoder {

    private static final Map<String, Class<? extends SpecificRecord>> INPUTS = Map.of(
            ConversationEvent.getClassSchema().getFullName(), ConversationEvent.class,
            CustomerProfileUpdated.getClassSchema().getFullName(), CustomerProfileUpdated.class,
            ProductSignalReported.getClassSchema().getFullName(), ProductSignalReported.class,
            IncidentReported.getClassSchema().getFullName(), IncidentReported.class,
            AgentAvailabilityChanged.getClassSchema().getFullName(), AgentAvailabilityChanged.class,
            RulesetPublished.getClassSchema().getFullName(), RulesetPublished.class);

    private final Map<String, ?> settings;
    private final RegistryClient client;
    private final Map<String, Deserializer<? extends SpecificRecord>> byName = new ConcurrentHashMap<>();

    FramedRecords(Map<String, ?> settings) {
        this.settings = settings;
        this.client = new RegistryClient(RegistryConfig.of(settings));
    }

    @Override
    public @Nullable SpecificRecord decode(byte[] framed) {
        String name = client.byId(WireFormat.schemaId(framed)).getFullName();
        Class<? extends SpecificRecord> type = INPUTS.get(name);
        return type == null ? null : deserializer(name, type).deserialize(name, framed);
    }

    private Deserializer<? extends SpecificRecord> deserializer(String name, Class<? extends SpecificRecord> type) {
        Deserializer<? extends SpecificRecord> known = byName.get(name);
        return known != null
                ? known
                : byName.computeIfAbsent(
                        name, absent -> Serdes.value(type, settings).deserializer());
    }
}
