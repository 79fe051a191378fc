// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.failure.DeadLetterHeaders;
import io.baton.intake.Intake;
import io.baton.intake.Refusal;
import io.baton.intake.Result;
import io.baton.names.Headers;
import io.baton.names.Meters;
import io.baton.state.AcceptedEvent;
import io.baton.state.ClockTicked;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Intake (chapter 1): bytes become a valid, masked event in its partition, or a dead letter with its reason.
 *
 * <p>It keeps no state and writes none. Whether an event has been seen before is asked where its conversation is known,
 * in {@link TurnPlanner}, which saves a store of event ids.
 */
public final class IntakeProcessor implements Processor<byte[], byte[], String, Intaken> {

    private final Intake intake;
    private final int partitions;
    private final boolean replay;
    private ProcessorContext<String, Intaken> context;
    private Counted accepted;
    private Counted refused;
    private Counted clamped;
    private Counted misplaced;

    @SuppressWarnings("NullAway.Init")
    private IntakeProcessor(Intake intake, int partitions, boolean replay) {
        this.intake = intake;
        this.partitions = partitions;
        this.replay = replay;
    }

    /**
     * Makes the processor.
     *
     * @param partitions partitions of the customer-side topics
     * @param replay whether clock ticks are accepted
     */
    public static ProcessorSupplier<byte[], byte[], String, Intaken> supplier(
            Intake intake, int partitions, boolean replay) {
        return () -> new IntakeProcessor(intake, partitions, replay);
    }

    @Override
    public void init(ProcessorContext<String, Intaken> context) {
        this.context = context;
        accepted = new Counted(context, Meters.EVENT_ACCEPTED);
        refused = new Counted(context, Meters.EVENT_REFUSED);
        clamped = new Counted(context, Meters.EVENT_CLAMPED);
        misplaced = new Counted(context, Meters.EVENT_MISPLACED);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Header tick = replay ? record.headers().lastHeader(Headers.TICK) : null;
        if (tick != null) {
            tick(record);
            return;
        }
        Result result = intake.read(record.key(), record.value(), record.headers(), record.timestamp());
        if (result instanceof Result.Accepted passed) {
            accept(passed.event(), record.key());
        } else if (result instanceof Result.Refused failed) {
            refuse(record, failed.reason(), failed.detail());
        } else if (result instanceof Result.Reference reference) {
            refuse(record, Refusal.WRONG_TOPIC, reference.fact().getSchema().getName());
        }
    }

    @Override
    public void close() {
        for (Counted counter : new Counted[] {accepted, refused, clamped, misplaced}) {
            counter.close();
        }
    }

    private void accept(AcceptedEvent event, byte[] key) {
        accepted.one();
        if (event.getClamped()) {
            clamped.one();
        }
        int partition = context.recordMetadata().map(RecordMetadata::partition).orElse(0);
        boolean placed = partition == Keys.partition(key, event.getCustomerId(), partitions);
        if (!placed) {
            misplaced.one();
        }
        forward(event, placed ? new Intaken.Placed(event) : new Intaken.Misplaced(event));
    }

    private void tick(Record<byte[], byte[]> record) {
        long at = ByteBuffer.wrap(record.value()).getLong();
        AcceptedEvent event = AcceptedEvent.newBuilder()
                .setCustomerId("")
                .setConversationId("")
                .setSource("baton")
                .setEventId("tick")
                .setAt(at)
                .setFact(new ClockTicked())
                .build();
        forward(event, new Intaken.Placed(event));
    }

    private void forward(AcceptedEvent event, Intaken intaken) {
        context.forward(new Record<>(event.getCustomerId(), intaken, Math.max(0, event.getAt())));
    }

    private void refuse(Record<byte[], byte[]> record, Refusal reason, String detail) {
        refused.one();
        Intaken letter = new Intaken.DeadLetter(record.key(), record.value());
        context.forward(new Record<>(
                "",
                letter,
                record.timestamp(),
                DeadLetterHeaders.of(
                        record.headers(),
                        reason.code(),
                        detail,
                        context.recordMetadata().orElse(null))));
    }
}
