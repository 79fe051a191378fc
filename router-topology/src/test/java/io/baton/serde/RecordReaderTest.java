// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.event.ConversationEvent;
import io.baton.state.AcceptedEvent;
import io.baton.state.CustomerJourney;
import io.baton.store.RandomRecords;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Avro's own reader is the judge, over every class that is generated from a schema of ours. */
class RecordReaderTest {

    private static final byte[] HEADER = {7, 8, 9};

    @ParameterizedTest
    @MethodSource("records")
    <T extends SpecificRecord> void everyRecordIsTheOneThatAvroReads(Class<T> type) {
        RandomRecords random = new RandomRecords(type.getName().hashCode());

        same(type, random.filled(type));
        for (int i = 0; i < 200; i++) {
            same(type, random.any(type));
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    <T extends SpecificRecord> void damagedBytesAreReadAsAvroReadsThemOrLeftToIt(Class<T> type) {
        RandomRecords records = new RandomRecords(3);
        Random random = new Random(type.getName().hashCode());
        for (int i = 0; i < 300; i++) {
            byte[] bytes = bytes(records.any(type));
            for (int flips = random.nextInt(3); flips >= 0 && bytes.length > HEADER.length; flips--) {
                bytes[HEADER.length + random.nextInt(bytes.length - HEADER.length)] = (byte) random.nextInt();
            }
            byte[] damaged = random.nextInt(4) > 0
                    ? bytes
                    : Arrays.copyOf(bytes, HEADER.length + random.nextInt(bytes.length - HEADER.length + 1));

            T read = reader(type).read(damaged, HEADER.length);

            if (read != null) {
                assertThat(bytes(read)).isEqualTo(bytes(byAvro(type, damaged)));
            }
        }
    }

    @Test
    void whatIsLeftToAvroIsRefusedAsBefore() {
        StateAvroSerde<CustomerJourney> serde = new StateAvroSerde<>(CustomerJourney.class);
        byte[] bytes = serde.serialize("", new RandomRecords(5).filled(CustomerJourney.class));

        assertThatThrownBy(() -> serde.deserialize("", Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("CustomerJourney");
        assertThatThrownBy(() -> serde.deserialize("", Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void listsAndMapsThatWereReadCanBeChanged() {
        StateAvroSerde<AcceptedEvent> serde = new StateAvroSerde<>(AcceptedEvent.class);
        ConversationEvent told = new RandomRecords(6).filled(ConversationEvent.class);
        AcceptedEvent event = new RandomRecords(7).filled(AcceptedEvent.class);
        event.setFact(told);

        AcceptedEvent read = serde.deserialize("", serde.serialize("", event));

        assertThatCode(() -> read.getPlaceholders().clear()).doesNotThrowAnyException();
        assertThatCode(() ->
                        ((ConversationEvent) read.getFact()).getAttributes().put("more", "text"))
                .doesNotThrowAnyException();
    }

    @Test
    void aTypeThatNoSchemaOfOursHasIsRefusedBeforeTheFirstRecord() {
        Schema odd = SchemaBuilder.record(AcceptedEvent.class.getSimpleName())
                .namespace(AcceptedEvent.class.getPackageName())
                .fields()
                .name("hash")
                .type(Schema.createFixed("Hash", null, "odd", 16))
                .noDefault()
                .endRecord();

        assertThatThrownBy(() -> new RecordReader<>(AcceptedEvent.class, odd))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <T extends SpecificRecord> void same(Class<T> type, T record) {
        byte[] bytes = bytes(record);

        T read = reader(type).read(bytes, HEADER.length);

        assertThat(read).isNotNull();
        T byAvro = byAvro(type, bytes);
        assertThat(read).hasToString(byAvro.toString());
        // Of a map in the same order too, so that what is read and written again stays what it was.
        assertThat(bytes(read)).isEqualTo(bytes(byAvro));
    }

    private static <T extends SpecificRecord> RecordReader<T> reader(Class<T> type) {
        return new RecordReader<>(type, AvroBody.model(type).getSchema(type));
    }

    private static <T extends SpecificRecord> T byAvro(Class<T> type, byte[] bytes) {
        Schema schema = AvroBody.model(type).getSchema(type);
        return AvroBody.read(
                new SpecificDatumReader<T>(schema, schema, AvroBody.model(type)), bytes, HEADER.length, type.getName());
    }

    private static <T extends SpecificRecord> byte[] bytes(T record) {
        return Samples.byAvro(
                HEADER, new SpecificDatumWriter<T>(record.getSchema(), AvroBody.model(record.getClass())), record);
    }

    static List<Class<?>> records() {
        return RecordWriterTest.records();
    }
}
