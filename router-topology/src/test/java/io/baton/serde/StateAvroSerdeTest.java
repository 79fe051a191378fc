// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.event.CustomerProfileUpdated;
import io.baton.state.AcceptedEvent;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class StateAvroSerdeTest {

    private static final String STORE = "conversation-transcript";

    @Test
    void aStateComesBackAsItWasForTenBytesMore() {
        StateAvroSerde<AcceptedEvent> serde = new StateAvroSerde<>(AcceptedEvent.class);
        AcceptedEvent event = Samples.accepted("hello");

        byte[] bytes = serde.serialize(STORE, event);

        assertThat(serde.deserialize(STORE, bytes)).isEqualTo(event);
        assertThat(bytes).startsWith(0xC3, 0x01);
    }

    @Test
    void theBytesAreAvrosSingleObjectEncoding() throws Exception {
        StateAvroSerde<AcceptedEvent> serde = new StateAvroSerde<>(AcceptedEvent.class);
        AcceptedEvent event = Samples.accepted("hello");

        assertThat(AcceptedEvent.getDecoder().decode(serde.serialize(STORE, event)))
                .isEqualTo(event);
        assertThat(serde.deserialize(
                        STORE, AcceptedEvent.getEncoder().encode(event).array()))
                .isEqualTo(event);
    }

    @Test
    void nullIsATombstone() {
        StateAvroSerde<AcceptedEvent> serde = new StateAvroSerde<>(AcceptedEvent.class);

        assertThat(serde.serialize(STORE, null)).isNull();
        assertThat(serde.deserialize(STORE, (byte[]) null)).isNull();
    }

    @Test
    void whatAnOlderReleaseHasWrittenIsRead() throws Exception {
        Schema current = CustomerProfileUpdated.getClassSchema();
        Schema older = Samples.without(current, "locale");
        var serde = new StateAvroSerde<>(
                CustomerProfileUpdated.class,
                Map.of(
                        ReleasedSchemas.fingerprint(older), older,
                        ReleasedSchemas.fingerprint(current), current));

        CustomerProfileUpdated read = serde.deserialize(STORE, writtenWith(older));

        assertThat(read.getPlan()).isEqualTo("team");
        assertThat(read.getLocale()).isNull();
    }

    @Test
    void bytesOfNoReleaseAreRefused() throws Exception {
        var serde = new StateAvroSerde<>(CustomerProfileUpdated.class);
        byte[] foreign = writtenWith(Samples.without(CustomerProfileUpdated.getClassSchema(), "health"));

        for (byte[] bytes : List.of(foreign, new byte[3], new byte[20])) {
            assertThatThrownBy(() -> serde.deserialize(STORE, bytes)).isInstanceOf(UnreadableRecordException.class);
        }
    }

    @Test
    void releasedSchemasAreFoundByNameUntilTheFirstGap() {
        Schema current = new Schema.Parser().parse("""
                        {"type": "record", "name": "Sample", "namespace": "io.baton.sample",
                         "fields": [{"name": "a", "type": "int"}, {"name": "c", "type": "int", "default": 0}]}""");

        Map<Long, Schema> known = ReleasedSchemas.of(current);

        assertThat(known.values().stream().map(schema -> schema.getFields().size()))
                .containsExactlyInAnyOrder(1, 2, 2);
        assertThat(known).containsValue(current);
    }

    private static byte[] writtenWith(Schema schema) throws Exception {
        GenericRecord record = new GenericData.Record(schema);
        record.put("id", "p-1");
        record.put("source", "crm");
        record.put("customerId", "cust-7");
        record.put("time", Samples.NINE.toEpochMilli());
        record.put("plan", "team");
        record.put("attributes", Map.of());
        return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema)
                .encode(record)
                .array();
    }
}
