// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerProfileUpdated;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryAvroSerdeTest {

    private static final String TOPIC = "triage.conversation.events";

    private EmbeddedRegistry registry;
    private Map<String, Object> settings;

    @BeforeEach
    void start() {
        registry = EmbeddedRegistry.start();
        settings = Map.of(RegistryConfig.URL, registry.url(), RegistryConfig.RETRY_MS, 100);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aRecordComesBackAsItWas() {
        Serde<ConversationEvent> serde = Serdes.value(ConversationEvent.class, settings);
        ConversationEvent event = Samples.message("Still not working.");

        assertThat(serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, event)))
                .isEqualTo(event);
    }

    @Test
    void theBytesStartWithZeroAndTheIdBigEndianUnderTheSubjectOfTheTopic() {
        RegistryClient client = new RegistryClient(RegistryConfig.of(settings));
        byte[] bytes = new RegistryAvroSerde<>(CustomerProfileUpdated.class, client)
                .serializer()
                .serialize(TOPIC, Samples.profile());

        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(WireFormat.schemaId(bytes));
        assertThat(client.lookUp(TOPIC + "-value", CustomerProfileUpdated.getClassSchema()))
                .isEqualTo(WireFormat.schemaId(bytes));
    }

    @Test
    void aKeyHasASubjectOfItsOwn() {
        RegistryClient client = new RegistryClient(RegistryConfig.of(settings));
        try (var serializer = new RegistryAvroSerializer<CustomerProfileUpdated>(client, true)) {
            serializer.serialize(TOPIC, Samples.profile());
        }

        assertThat(client.lookUp(TOPIC + "-key", CustomerProfileUpdated.getClassSchema()))
                .isEqualTo(1);
    }

    @Test
    void nullIsATombstone() {
        Serde<ConversationEvent> serde = Serdes.value(ConversationEvent.class, settings);

        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, (byte[]) null)).isNull();
    }

    @Test
    void whatAnOlderWriterDidNotKnowHasItsDefault() throws Exception {
        Schema older = Samples.without(CustomerProfileUpdated.getClassSchema(), "locale");

        CustomerProfileUpdated read = readWrittenWith(older);

        assertThat(read.getLocale()).isNull();
        assertThat(read.getPlan()).isEqualTo("team");
        assertThat(read.getTime()).isEqualTo(Samples.NINE);
    }

    @Test
    void whatANewerWriterAddsIsPassedOver() throws Exception {
        Schema current = CustomerProfileUpdated.getClassSchema();
        List<Schema.Field> fields = new ArrayList<>();
        fields.add(new Schema.Field("brandNew", Schema.create(Schema.Type.STRING), "new", "x"));
        current.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        Schema newer = Schema.createRecord(current.getName(), null, current.getNamespace(), false, fields);

        assertThat(readWrittenWith(newer).getPlan()).isEqualTo("team");
    }

    @Test
    void anUnknownIdIsPermanentAndNamed() {
        var deserializer = Serdes.value(ConversationEvent.class, settings).deserializer();
        byte[] bytes = {0, 0, 0, 3, (byte) 231, 1, 2, 3};

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessage("schema id 999 is not in the registry");
        }
    }

    @Test
    void bytesThatAreNoRecordArePermanentlyUnreadable() {
        Serde<ConversationEvent> serde = Serdes.value(ConversationEvent.class, settings);
        byte[] good = serde.serializer().serialize(TOPIC, Samples.message("hello"));
        byte[] cut = Arrays.copyOf(good, good.length - 4);
        byte[] longer = Arrays.copyOf(good, good.length + 4);
        byte[] huge = Arrays.copyOf(good, 10);
        Arrays.fill(huge, 5, 9, (byte) 0xFF);
        huge[9] = 0x0F;

        for (byte[] bytes : List.of(cut, longer, huge, new byte[0], new byte[] {0, 1}, "{}".getBytes())) {
            assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                    .isInstanceOf(UnreadableRecordException.class);
        }
        assertThat(serde.deserializer().deserialize(TOPIC, good)).isNotNull();
    }

    @Test
    void aRegistryThatIsGoneIsTransient() {
        Serde<ConversationEvent> serde = Serdes.value(ConversationEvent.class, settings);
        registry.close();

        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, Samples.message("hello")))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, new byte[] {0, 0, 0, 0, 1, 2}))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aRegistryThatIsGoneDoesNotMatterForWhatIsKnown() {
        Serde<ConversationEvent> serde = Serdes.value(ConversationEvent.class, settings);
        byte[] bytes = serde.serializer().serialize(TOPIC, Samples.message("hello"));
        serde.deserializer().deserialize(TOPIC, bytes);
        registry.close();

        assertThat(serde.serializer().serialize(TOPIC, Samples.message("hello")))
                .isEqualTo(bytes);
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isNotNull();
    }

    @Test
    void anIncompatibleSchemaIsRefusedByName() {
        RegistryClient client = new RegistryClient(RegistryConfig.of(settings));
        client.register(TOPIC + "-value", Schema.create(Schema.Type.STRING));
        var serializer = Serdes.value(ConversationEvent.class, settings).serializer();

        assertThatThrownBy(() -> serializer.serialize(TOPIC, Samples.message("hello")))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessageContaining(TOPIC + "-value")
                .hasMessageContaining("409");
    }

    @Test
    void withoutAutomaticRegistrationTheSchemaMustBeThere() {
        Map<String, Object> strict = Map.of(RegistryConfig.URL, registry.url(), RegistryConfig.AUTO_REGISTER, "false");
        var serializer = Serdes.value(ConversationEvent.class, strict).serializer();
        assertThatThrownBy(() -> serializer.serialize(TOPIC, Samples.message("hello")))
                .isInstanceOf(SchemaRefusedException.class);

        new RegistryClient(RegistryConfig.of(settings)).register(TOPIC + "-value", ConversationEvent.getClassSchema());

        assertThat(serializer.serialize(TOPIC, Samples.message("hello"))).isNotEmpty();
    }

    @Test
    void aFailureToEncodeDoesNotRepeatTheContent() {
        var serializer = Serdes.value(ConversationEvent.class, settings).serializer();
        ConversationEvent wrong = Samples.message("hello");
        wrong.setData("my secret is 4711");

        assertThatThrownBy(() -> serializer.serialize(TOPIC, wrong))
                .isInstanceOf(SerializationException.class)
                .hasNoCause()
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("4711");
        assertThat(serializer.serialize(TOPIC, Samples.message("hello"))).isNotEmpty();
    }

    @Test
    void manyThreadsMayShareOneSerde() throws Exception {
        Serde<ConversationEvent> serde = Serdes.value(ConversationEvent.class, settings);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            String text = "x".repeat(thread * 700) + thread;
            work.add(() -> {
                for (int i = 0; i < 2_000; i++) {
                    ConversationEvent event = Samples.message(text + i);
                    byte[] bytes = serde.serializer().serialize(TOPIC, event);
                    if (!event.equals(serde.deserializer().deserialize(TOPIC, bytes))) {
                        return false;
                    }
                }
                return true;
            });
        }
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> result : threads.invokeAll(work)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void kafkaCanCreateItFromItsClassName() {
        RegistryAvroSerde<CustomerProfileUpdated> serde = new RegistryAvroSerde<>();
        serde.configure(
                Map.of(
                        RegistryConfig.URL,
                        registry.url(),
                        RegistryAvroDeserializer.TYPE,
                        CustomerProfileUpdated.class.getName()),
                false);

        byte[] bytes = serde.serializer().serialize(TOPIC, Samples.profile());

        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.profile());
    }

    @Test
    void anotherSerdeCanBeNamed() {
        Serde<ConversationEvent> pair = Serdes.value(
                ConversationEvent.class,
                Map.of(
                        Serdes.VALUE_SERIALIZER, StringSerializer.class.getName(),
                        Serdes.VALUE_DESERIALIZER, StringDeserializer.class.getName()));
        Serde<ConversationEvent> whole = Serdes.value(
                ConversationEvent.class,
                Map.of(Serdes.VALUE_SERDE, "org.apache.kafka.common.serialization.Serdes$StringSerde"));

        assertThat(pair.serializer()).isInstanceOf(StringSerializer.class);
        assertThat(pair.deserializer()).isInstanceOf(StringDeserializer.class);
        assertThat(whole.serializer()).isInstanceOf(StringSerializer.class);
    }

    @Test
    void aClassThatCannotBeUsedIsNamedWithItsSetting() {
        assertThatThrownBy(() -> Serdes.value(ConversationEvent.class, Map.of(Serdes.VALUE_SERDE, "no.such.Serde")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(Serdes.VALUE_SERDE)
                .hasMessageContaining("no.such.Serde");
        assertThatThrownBy(() -> Serdes.value(
                        ConversationEvent.class, Map.of(Serdes.VALUE_SERIALIZER, StringSerializer.class.getName())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(Serdes.VALUE_DESERIALIZER);
    }

    private CustomerProfileUpdated readWrittenWith(Schema writer) throws Exception {
        GenericRecord record = new GenericData.Record(writer);
        writer.getFields().forEach(field -> record.put(field.name(), value(field)));
        int id = new RegistryClient(RegistryConfig.of(settings)).register(TOPIC + "-value", writer);
        byte[] bytes = Samples.byAvro(WireFormat.header(id), new GenericDatumWriter<>(writer), record);
        return Serdes.value(CustomerProfileUpdated.class, settings)
                .deserializer()
                .deserialize(TOPIC, bytes);
    }

    private static Object value(Schema.Field field) {
        return switch (field.name()) {
            case "id", "source", "customerId", "plan", "brandNew" ->
                field.name().equals("plan") ? "team" : "s";
            case "time" -> Samples.NINE.toEpochMilli();
            case "attributes" -> Map.of();
            default -> null;
        };
    }
}
