// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import io.baton.event.ConversationEvent;
import io.baton.serde.Serdes;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Decodes an event as the idiomatic alternative and the router do, with the reader that they share. */
final class EventReader implements KafkaRecordDeserializationSchema<TellOffsets.Arrived> {

    private static final long serialVersionUID = 1L;

    private final JobSettings settings;
    private transient @Nullable Deserializer<ConversationEvent> reader;

    EventReader(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(InitializationContext context) {
        reader = Serdes.value(ConversationEvent.class, settings.registry()).deserializer();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<TellOffsets.Arrived> out) {
        if (reader == null) {
            throw new IllegalStateException("open it first");
        }
        out.collect(new TellOffsets.Arrived(
                record.partition(), record.offset(), reader.deserialize(record.topic(), record.value())));
    }

    @Override
    public TypeInformation<TellOffsets.Arrived> getProducedType() {
        return new Written<>(TellOffsets.Arrived.class, new WithinTask<>());
    }
}
