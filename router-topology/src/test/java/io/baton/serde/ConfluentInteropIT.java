// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerProfileUpdated;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The ecosystem's own serializer, deserializer and client against our registry and our bytes. They live in a class loader of
 * their own behind ours: their archive brings old copies of libraries that no other test must meet.
 */
class ConfluentInteropIT {

    private static final String TOPIC = "triage.conversation.events";

    private static URLClassLoader peers;
    private static ClassLoader before;

    private EmbeddedRegistry registry;
    private Map<String, Object> settings;

    @BeforeAll
    static void load() throws IOException {
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("target", "peers"), "*.jar")) {
            for (Path file : files) {
                jars.add(file.toUri().toURL());
            }
        }
        assertThat(jars).as("archives in target/peers").isNotEmpty();
        peers = new URLClassLoader(jars.toArray(URL[]::new), ConfluentInteropIT.class.getClassLoader());
        before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(peers);
    }

    @AfterAll
    static void unload() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        peers.close();
    }

    @BeforeEach
    void start() {
        registry = EmbeddedRegistry.start();
        settings = Map.of("schema.registry.url", registry.url(), "specific.avro.reader", "true");
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void weReadWhatTheyWrite() throws Exception {
        ConversationEvent event = Samples.message("Still not working.");
        byte[] bytes = theirSerializer().serialize(TOPIC, event);

        Serde<ConversationEvent> ours = Serdes.value(ConversationEvent.class, settings);

        assertThat(ours.deserializer().deserialize(TOPIC, bytes)).isEqualTo(event);
    }

    @Test
    void theyReadWhatWeWrite() throws Exception {
        ConversationEvent event = Samples.message("Still not working.");
        byte[] bytes =
                Serdes.value(ConversationEvent.class, settings).serializer().serialize(TOPIC, event);

        assertThat(theirDeserializer(settings).deserialize(TOPIC, bytes)).isEqualTo(event);
    }

    @Test
    void theyReadWhatWeWriteWithoutOurClasses() throws Exception {
        byte[] bytes = Serdes.value(CustomerProfileUpdated.class, settings)
                .serializer()
                .serialize(TOPIC, Samples.profile());

        Object read =
                theirDeserializer(Map.of("schema.registry.url", registry.url())).deserialize(TOPIC, bytes);

        assertThat(read).isInstanceOf(GenericRecord.class);
        assertThat(((GenericRecord) read).get("customerId").toString()).isEqualTo("cust-7");
    }

    @Test
    void bothWriteTheSameBytes() throws Exception {
        ConversationEvent event = Samples.message("Still not working.");

        byte[] theirs = theirSerializer().serialize(TOPIC, event);
        byte[] ours =
                Serdes.value(ConversationEvent.class, settings).serializer().serialize(TOPIC, event);

        assertThat(ours).isEqualTo(theirs);
    }

    @Test
    void theirClientFindsItsWayAroundOurRegistry() throws Exception {
        Serdes.value(ConversationEvent.class, settings).serializer().serialize(TOPIC, Samples.message("hello"));
        Object client = Class.forName(
                        "io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient", true, peers)
                .getConstructor(String.class, int.class)
                .newInstance(registry.url(), 10);

        assertThat(List.copyOf((Collection<?>) call(client, "getAllSubjects"))).isEqualTo(List.of(TOPIC + "-value"));
        assertThat(call(client, "getAllVersions", TOPIC + "-value")).isEqualTo(List.of(1));
        Object latest = call(client, "getLatestSchemaMetadata", TOPIC + "-value");
        assertThat(call(latest, "getId")).isEqualTo(1);
        assertThat(call(client, "getCompatibility", "")).isEqualTo("BACKWARD");
        assertThat(call(client, "updateCompatibility", TOPIC + "-value", "FULL"))
                .isEqualTo("FULL");
        assertThat(call(client, "getMode")).isEqualTo("READWRITE");
        assertThat(call(client, "deleteSubject", TOPIC + "-value")).isEqualTo(List.of(1));
    }

    @Test
    void theirSerdeCanBeNamedInOurConfiguration() throws Exception {
        Serde<ConversationEvent> named = Serdes.value(
                ConversationEvent.class,
                Map.of(
                        "schema.registry.url",
                        registry.url(),
                        Serdes.VALUE_SERIALIZER,
                        "io.confluent.kafka.serializers.KafkaAvroSerializer",
                        Serdes.VALUE_DESERIALIZER,
                        "io.confluent.kafka.serializers.KafkaAvroDeserializer"));
        ConversationEvent event = Samples.message("hello");

        byte[] bytes = named.serializer().serialize(TOPIC, event);

        assertThat(named.serializer().getClass().getName()).startsWith("io.confluent");
        assertThat(named.deserializer().deserialize(TOPIC, bytes)).isEqualTo(event);
    }

    @SuppressWarnings("unchecked")
    private Serializer<Object> theirSerializer() throws ReflectiveOperationException {
        Serializer<Object> serializer =
                (Serializer<Object>) create("io.confluent.kafka.serializers.KafkaAvroSerializer");
        serializer.configure(settings, false);
        return serializer;
    }

    @SuppressWarnings("unchecked")
    private Deserializer<Object> theirDeserializer(Map<String, ?> with) throws ReflectiveOperationException {
        Deserializer<Object> deserializer =
                (Deserializer<Object>) create("io.confluent.kafka.serializers.KafkaAvroDeserializer");
        deserializer.configure(with, false);
        return deserializer;
    }

    private static Object create(String name) throws ReflectiveOperationException {
        return Class.forName(name, true, peers).getDeclaredConstructor().newInstance();
    }

    private static Object call(Object target, String method, Object... arguments) throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[arguments.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = arguments[i].getClass();
        }
        return target.getClass().getMethod(method, types).invoke(target, arguments);
    }
}
