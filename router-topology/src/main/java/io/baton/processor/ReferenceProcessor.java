// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.intake.Intake;
import io.baton.intake.Result;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic that every instance needs whole (incidents, rulesets) into a global store.
 *
 * <p>Global stores know neither transactions nor dead letters: what cannot be read is logged by its offset and left out.
 */
public final class ReferenceProcessor implements Processor<byte[], byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceProcessor.class);

    private final Intake intake;
    private final String storeName;
    private final BiConsumer<KeyValueStore<Bytes, byte[]>, SpecificRecord> keep;
    private ProcessorContext<Void, Void> context;
    private KeyValueStore<Bytes, byte[]> store;

    @SuppressWarnings("NullAway.Init")
    private ReferenceProcessor(
            Intake intake, String storeName, BiConsumer<KeyValueStore<Bytes, byte[]>, SpecificRecord> keep) {
        this.intake = intake;
        this.storeName = storeName;
        this.keep = keep;
    }

    /**
     * Makes the processor.
     *
     * @param keep what to do with a fact that could be read
     */
    public static ProcessorSupplier<byte[], byte[], Void, Void> supplier(
            Intake intake, String storeName, BiConsumer<KeyValueStore<Bytes, byte[]>, SpecificRecord> keep) {
        return () -> new ReferenceProcessor(intake, storeName, keep);
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        this.store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Result result = intake.read(record.key(), record.value(), record.headers(), record.timestamp());
        if (result instanceof Result.Reference reference) {
            keep.accept(store, reference.fact());
        } else {
            String reason =
                    result instanceof Result.Refused refused ? refused.reason().code() : "wrong-topic";
            LOG.warn(
                    "reference-refused store={} reason={} offset={}",
                    storeName,
                    reason,
                    context.recordMetadata().map(at -> at.offset()).orElse(-1L));
        }
    }
}
