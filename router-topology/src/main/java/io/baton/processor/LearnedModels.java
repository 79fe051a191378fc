// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.TextModelPublished;
import java.util.function.Consumer;
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
 * Reads the versions of text models that were learned, on every instance. One that cannot be read is logged and left out; a registry
 * that does not answer is no such reason, and ends the thread as it does elsewhere.
 */
public final class LearnedModels implements Processor<byte[], byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(LearnedModels.class);

    private final String topic;
    private final String storeName;
    private final Deserializer<TextModelPublished> versions;
    private final Consumer<TextModelPublished> learned;
    private KeyValueStore<Bytes, byte[]> store;
    private ProcessorContext<Void, Void> context;

    @SuppressWarnings("NullAway.Init")
    private LearnedModels(
            String topic,
            String storeName,
            Deserializer<TextModelPublished> versions,
            Consumer<TextModelPublished> learned) {
        this.topic = topic;
        this.storeName = storeName;
        this.versions = versions;
        this.learned = learned;
    }

    /** @param learned is told each version that fits this program */
    public static ProcessorSupplier<byte[], byte[], Void, Void> supplier(
            String topic,
            String storeName,
            Deserializer<TextModelPublished> versions,
            Consumer<TextModelPublished> learned) {
        return () -> new LearnedModels(topic, storeName, versions, learned);
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
            TextModelPublished version = versions.deserialize(topic, record.value());
            store.put(Bytes.wrap(record.key()), version.getHash().getBytes(UTF_8));
            learned.accept(version);
        } catch (SerializationException | IllegalArgumentException e) {
            LOG.error(
                    "text-model-refused offset={} why={}",
                    context.recordMetadata().map(at -> at.offset()).orElse(-1L),
                    e instanceof IllegalArgumentException
                            ? e.getMessage()
                            : e.getClass().getSimpleName());
        }
    }
}
