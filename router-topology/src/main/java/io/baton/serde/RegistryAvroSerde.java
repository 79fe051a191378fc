// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Both directions of the registry framing for one generated class. Safe for many threads. */
public final class RegistryAvroSerde<T extends SpecificRecord> implements Serde<T> {

    private final RegistryAvroSerializer<T> serializer;
    private final RegistryAvroDeserializer<T> deserializer;

    /** For Kafka, which calls {@link #configure} next with {@link RegistryAvroDeserializer#TYPE} among the settings. */
    public RegistryAvroSerde() {
        serializer = new RegistryAvroSerializer<>();
        deserializer = new RegistryAvroDeserializer<>();
    }

    /** To be configured before use. */
    public RegistryAvroSerde(Class<T> type) {
        serializer = new RegistryAvroSerializer<>();
        deserializer = new RegistryAvroDeserializer<>(type);
    }

    /** Ready for use, for values. */
    public RegistryAvroSerde(Class<T> type, RegistryClient client) {
        serializer = new RegistryAvroSerializer<>(client, false);
        deserializer = new RegistryAvroDeserializer<>(type, client);
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        serializer.configure(settings, isKey);
        deserializer.configure(settings, isKey);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
