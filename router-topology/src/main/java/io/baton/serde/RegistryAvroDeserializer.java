// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a generated record from the registry framing: written with any schema the registry knows, read as the class we have.
 * Safe for many threads.
 *
 * <p>{@link #deserialize} throws {@link UnreadableRecordException} and {@link UnknownSchemaException} for bytes that will never
 * be readable, and {@link RegistryUnavailableException} while the registry cannot be reached.
 */
public final class RegistryAvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    /** Name of the generated class to read; needed where Kafka creates the deserializer from its class name. */
    public static final String TYPE = "baton.value.type";

    private final Map<Integer, BodyReader<T>> readers = new ConcurrentHashMap<>();
    private @Nullable Class<T> type;
    private @Nullable RegistryClient client;

    /** For Kafka, which calls {@link #configure} next with {@link #TYPE} among the settings. */
    public RegistryAvroDeserializer() {}

    public RegistryAvroDeserializer(Class<T> type) {
        this.type = type;
    }

    public RegistryAvroDeserializer(Class<T> type, RegistryClient client) {
        this.type = type;
        this.client = client;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        if (type == null) {
            type = type(settings.get(TYPE));
        }
        client = new RegistryClient(RegistryConfig.of(settings));
        readers.clear();
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null is the tombstone.
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = WireFormat.schemaId(bytes);
        BodyReader<T> reader = readers.get(id);
        if (reader == null) {
            reader = reader(id);
            readers.put(id, reader);
        }
        return reader.read(bytes);
    }

    private BodyReader<T> reader(int id) {
        if (client == null || type == null) {
            throw new IllegalStateException("configure the deserializer first");
        }
        return new BodyReader<>(client.byId(id), type, "schema id " + id);
    }

    @SuppressWarnings("unchecked")
    private static <T extends SpecificRecord> Class<T> type(@Nullable Object setting) {
        try {
            if (setting instanceof Class<?> given) {
                return (Class<T>) given.asSubclass(SpecificRecord.class);
            }
            if (setting != null) {
                ClassLoader loader = RegistryAvroDeserializer.class.getClassLoader();
                return (Class<T>)
                        Class.forName(setting.toString(), true, loader).asSubclass(SpecificRecord.class);
            }
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new ConfigException(TYPE + " must name a generated Avro class: " + setting);
        }
        throw new ConfigException(TYPE + " is required: the generated Avro class to read");
    }
}
