// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was learned and published, on every instance. A record that cannot be read is logged and left out; a registry
 * that does not answer is no such reason, and ends the thread as it does elsewhere.
 */
public final class LearnedRecords<T extends SpecificRecord> implements Processor<byte[], byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(LearnedRecords.class);

    private final String topic;
    private final String storeName;
    private final Deserializer<T> values;
    private final Function<T, byte[]> kept;
    private final Consumer<T> learned;
    private KeyValueStore<Bytes, byte[]> store;
    private ProcessorContext<Void, Void> context;

    @SuppressWarnings("NullAway.Init")
    private LearnedRecords(
            String topic, String storeName, Deserializer<T> values, Function<T, byte[]> kept, Consumer<T> learned) {
        this.topic = topic;
        this.storeName = storeName;
        this.values = values;
        this.kept = kept;
        this.learned = learned;
    }

    /**
     * Makes the processor.
     *
     * @param kept what the store keeps of a record
     * @param learned is told each record that could be read; an {@link IllegalArgumentException} of its refuses it
     */
    public static <T extends SpecificRecord> ProcessorSupplier<byte[], byte[], Void, Void> supplier(
            String topic, String storeName, Deserializer<T> values, Function<T, byte[]> kept, Consumer<T> learned) {
        return () -> new LearnedRecords<>(topic, storeName, values, kept, learned);
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        this.store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.value() == null) {
            store.delete(Bytes.wrap(record.key()));
            return;
        }
        try {
            T one = values.deserialize(topic, record.value());
            store.put(Bytes.wrap(record.key()), kept.apply(one));
            learned.accept(one);
        } catch (SerializationException | IllegalArgumentException e) {
            LOG.error(
                    "learned-refused topic={} offset={} why={}",
                    topic,
                    context.recordMetadata().map(at -> at.offset()).orElse(-1L),
                    e instanceof IllegalArgumentException
                            ? e.getMessage()
                            : e.getClass().getSimpleName());
        }
    }
}
