// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.policy.outcome.FigureSums;
import io.baton.policy.outcome.MetricKey;
import io.baton.policy.outcome.RowChange;
import io.baton.state.MetricDelta;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds up the figures of a task and sends each row on about once a second, where there are many every other second, so that a turn costs no
 * repartitioned record.
 *
 * <p>Reads (customer, changes), none where a replay says that time has come this far; sends (series, delta).
 *
 * <p>What waits is in state with a changelog and nowhere else. It lies on the heap in every layout: a buffer that is emptied
 * every second would leave a disk store full of tombstones to walk over.
 *
 * <p>In a replay there is no wall clock: a minute that begins in the records' time sends on what came before it. So the
 * number of revisions of a window depends on the input alone.
 */
public final class FigureBufferProcessor implements Processor<String, List<RowChange>, String, MetricDelta> {

    /**
     * With more rows than this they leave at every other tick: what a row costs further on does not depend on what has been added up in it.
     * The default policy has a third of it under full load. {@link FigurePace} and the watch wait for longer than two ticks.
     */
    static final int MANY = 64;

    private static final long REPLAY_STEP_MILLIS = 60_000;

    private final Function<ProcessorContext<?, ?>, FigureRows> rows;
    private final Clockwork clock;
    private ProcessorContext<String, MetricDelta> context;
    private FigureRows waiting;
    private boolean heldBack;

    /** Paces a replay and nothing else: after a restart the first record sends on whatever was left. */
    private long step = Long.MIN_VALUE;

    private FigureBufferProcessor(Function<ProcessorContext<?, ?>, FigureRows> rows, Clockwork clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public static ProcessorSupplier<String, List<RowChange>, String, MetricDelta> supplier(
            String storeName, TurnSetup setup, Serde<MetricDelta> deltas, Clockwork clock) {
        Serde<FigureSums> sums = sums(deltas);
        return new Supplied<>(
                () -> new FigureBufferProcessor(context -> setup.figures(context, storeName, sums), clock),
                setup.figureStores(storeName, sums));
    }

    private static Serde<FigureSums> sums(Serde<MetricDelta> deltas) {
        return Serdes.serdeFrom(
                (topic, row) -> row == null ? null : deltas.serializer().serialize(topic, row.delta()),
                (topic, row) ->
                        row == null ? null : FigureSums.of(deltas.deserializer().deserialize(topic, row)));
    }

    @Override
    public void init(ProcessorContext<String, MetricDelta> processorContext) {
        context = processorContext;
        waiting = rows.apply(context);
        if (!clock.replay()) {
            context.schedule(clock.tick(), PunctuationType.WALL_CLOCK_TIME, now -> tick());
        }
    }

    @Override
    public void process(Record<String, List<RowChange>> record) {
        if (record.value().isEmpty()) {
            sendOn();
            context.forward(new Record<>("", over(record.timestamp()), record.timestamp()));
            return;
        }
        if (clock.replay()) {
            keepStep(record.timestamp());
        }
        record.value().forEach(this::add);
    }

    private void add(RowChange change) {
        FigureSums sums = waiting.get(change.key());
        if (sums == null) {
            sums = FigureSums.of(change);
        } else {
            sums.add(change);
        }
        if (sums.isEmpty()) {
            waiting.remove(sums);
        } else {
            waiting.put(sums);
        }
    }

    /** A delta without figures: what this task has counted is complete up to here. */
    private static MetricDelta over(long at) {
        return new MetricDelta(Channel.AUTOMATED, Grain.MINUTE, at, "", "", List.of(), at);
    }

    private void tick() {
        heldBack = !heldBack && waiting.size() > MANY;
        if (!heldBack) {
            sendOn();
        }
    }

    private void keepStep(long at) {
        long now = Math.floorDiv(at, REPLAY_STEP_MILLIS);
        if (now > step) {
            sendOn();
            step = now;
        }
    }

    /**
     * Forward, then delete, row by row. What can fail is the forward, and it fails before anything has left: the row then
     * stays and goes out the next time. A failing delete is a failing store; it ends the task and with it the transaction
     * that holds the forward.
     */
    private void sendOn() {
        for (FigureSums row : waiting.all()) {
            MetricDelta delta = row.delta();
            context.forward(new Record<>(MetricKey.series(delta), delta, delta.getUpdatedAt()));
            waiting.remove(row);
        }
    }
}
