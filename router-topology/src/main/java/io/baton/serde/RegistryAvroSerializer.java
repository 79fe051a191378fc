// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a generated record with the registry framing. Safe for many threads.
 *
 * <p>{@link #serialize} throws {@link RegistryUnavailableException} while the registry cannot be reached and {@link
 * SchemaRefusedException} where it does not accept the schema.
 */
public final class RegistryAvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    private final Map<String, Target<T>> targets = new ConcurrentHashMap<>();
    private @Nullable RegistryClient client;
    private boolean isKey;

    /** For Kafka, which calls {@link #configure} next. */
    public RegistryAvroSerializer() {}

    public RegistryAvroSerializer(RegistryClient client, boolean isKey) {
        this.client = client;
        this.isKey = isKey;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean key) {
        client = new RegistryClient(RegistryConfig.of(settings));
        isKey = key;
        targets.clear();
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null is the tombstone.
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        Target<T> target = targets.get(topic);
        if (target == null || !target.schema().equals(value.getSchema())) {
            target = target(topic, value);
            targets.put(topic, target);
        }
        return AvroBody.write(target.header(), target.writer(), value);
    }

    private Target<T> target(String topic, T value) {
        if (client == null) {
            throw new IllegalStateException("configure the serializer first");
        }
        Schema schema = value.getSchema();
        int id = client.idFor(WireFormat.subject(topic, isKey), schema);
        return new Target<>(schema, WireFormat.header(id), new RecordWriter<>(schema));
    }

    /** What is the same for all records of one topic. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    private record Target<T extends SpecificRecord>(Schema schema, byte[] header, RecordWriter<T> writer) {}
}
