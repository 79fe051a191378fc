// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Which serde a topic gets: ours, or the one that an installation names in its configuration. */
public final class Serdes {

    /** Class of a Kafka {@link Serde} to use for values instead of ours. */
    public static final String VALUE_SERDE = "baton.value.serde";

    /** Class of a Kafka {@link Serializer}, together with {@link #VALUE_DESERIALIZER}, instead of {@link #VALUE_SERDE}. */
    public static final String VALUE_SERIALIZER = "baton.value.serializer";

    /** Class of a Kafka {@link Deserializer}, together with {@link #VALUE_SERIALIZER}. */
    public static final String VALUE_DESERIALIZER = "baton.value.deserializer";

    static {
        // Before the first record, not with the first byte: a builder that fills in a default asks for trust as well.
        TrustedSchemas.register();
    }

    private Serdes() {}

    /**
     * Serde of a public topic, configured with all of {@code config} and ready for use. A serde that reads generic records
     * unless told otherwise is told ({@code specific.avro.reader}).
     *
     * @throws ConfigException when a class cannot be used or a setting it needs is missing
     */
    public static <T extends SpecificRecord> Serde<T> value(Class<T> type, Map<String, ?> config) {
        Object serializer = config.get(VALUE_SERIALIZER);
        Object deserializer = config.get(VALUE_DESERIALIZER);
        if ((serializer == null) != (deserializer == null)) {
            throw new ConfigException(VALUE_SERIALIZER + " and " + VALUE_DESERIALIZER + " are only valid together");
        }
        Serde<T> serde = serializer == null || deserializer == null
                ? serde(type, config.get(VALUE_SERDE))
                : pair(serializer, deserializer);
        Map<String, Object> settings = new HashMap<>(config);
        settings.putIfAbsent("specific.avro.reader", "true");
        settings.put(RegistryAvroDeserializer.TYPE, type.getName());
        serde.configure(settings, false);
        return serde;
    }

    /** Serde of a store or a repartition topic of ours; see {@link StateAvroSerde}. */
    public static <T extends SpecificRecord> Serde<T> state(Class<T> type) {
        return new StateAvroSerde<>(type);
    }

    @SuppressWarnings("unchecked")
    private static <T extends SpecificRecord> Serde<T> serde(Class<T> type, @Nullable Object named) {
        return named == null ? new RegistryAvroSerde<>(type) : (Serde<T>) create(VALUE_SERDE, named, Serde.class);
    }

    @SuppressWarnings("unchecked")
    private static <T> Serde<T> pair(Object serializer, Object deserializer) {
        return new Pair<>((Serializer<T>) create(VALUE_SERIALIZER, serializer, Serializer.class), (Deserializer<T>)
                create(VALUE_DESERIALIZER, deserializer, Deserializer.class));
    }

    private static <K> K create(String setting, Object named, Class<K> kind) {
        try {
            Class<?> type = named instanceof Class<?> given ? given : Utils.loadClass(named.toString(), Object.class);
            return type.asSubclass(kind).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new ConfigException(
                    setting + " must name a " + kind.getSimpleName() + " on the class path: " + named);
        }
    }

    private record Pair<T>(Serializer<T> serializer, Deserializer<T> deserializer) implements Serde<T> {

        @Override
        public void configure(Map<String, ?> settings, boolean isKey) {
            serializer.configure(settings, isKey);
            deserializer.configure(settings, isKey);
        }

        @Override
        public void close() {
            serializer.close();
            deserializer.close();
        }
    }
}
