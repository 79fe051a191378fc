// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.SolutionsCounted;
import io.baton.policy.outcome.Measures;
import io.baton.policy.solution.SolutionCount;
import io.baton.state.Figure;
import io.baton.state.MetricDelta;
import io.baton.state.SolutionTally;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Counts which resolutions held, all tasks' in one place, and publishes a category and segment when enough of it is new.
 *
 * <p>Reads (series, delta), sends (category|segment, what was counted). A replay publishes once, when every task has said
 * that its events are over, so that what it says depends on the input alone.
 */
public final class SolutionProcessor implements Processor<String, MetricDelta, String, SolutionsCounted> {

    /** Before a resolution's code in the name of a figure. */
    public static final String PREFIX = Measures.SOLVED_BY.id() + ".";

    private final int tasks;
    private final boolean replay;
    private ProcessorContext<String, SolutionsCounted> context;
    private KeyValueStore<String, SolutionTally> tallies;
    private int finished;

    @SuppressWarnings("NullAway.Init")
    private SolutionProcessor(int tasks, boolean replay) {
        this.tasks = tasks;
        this.replay = replay;
    }

    /** @param tasks how many tasks of a replay say that they are over */
    public static ProcessorSupplier<String, MetricDelta, String, SolutionsCounted> supplier(
            Serde<SolutionTally> tallies, int tasks, boolean replay) {
        return new Supplied<>(
                () -> new SolutionProcessor(tasks, replay),
                Set.of(Supplied.store(Stores.inMemoryKeyValueStore(io.baton.names.Stores.SOLUTION_TALLIES), tallies)));
    }

    @Override
    public void init(ProcessorContext<String, SolutionsCounted> processorContext) {
        context = processorContext;
        tallies = context.getStateStore(io.baton.names.Stores.SOLUTION_TALLIES);
    }

    @Override
    public void process(Record<String, MetricDelta> record) {
        MetricDelta delta = record.value();
        if (delta.getFigures().isEmpty()) {
            finished++;
            if (replay && finished % tasks == 0) {
                publishAll(record.timestamp());
            }
            return;
        }
        SolutionKey worthSaying = null;
        int month = SolutionCount.month(delta.getStart());
        for (Figure figure : delta.getFigures()) {
            String code = figure.getMeasure().substring(PREFIX.length());
            SolutionKey key = new SolutionKey(delta.getCategory(), delta.getSegment(), code);
            SolutionTally tally = SolutionCount.add(
                    tallies.get(key.text()),
                    month,
                    Math.round(figure.getNumerator()),
                    Math.round(figure.getDenominator()));
            tallies.put(key.text(), tally);
            worthSaying = SolutionCount.isWorthSaying(tally) ? key : worthSaying;
        }
        if (worthSaying != null && !replay) {
            publish(worthSaying, record.timestamp());
        }
    }

    private void publishAll(long at) {
        Map<String, SolutionKey> groups = new TreeMap<>();
        try (KeyValueIterator<String, SolutionTally> all = tallies.all()) {
            all.forEachRemaining(row -> {
                SolutionKey key = SolutionKey.of(row.key);
                groups.putIfAbsent(key.group(), key);
            });
        }
        groups.values().forEach(key -> publish(key, at));
    }

    /** Should the forward fail, nothing has been marked as said. */
    private void publish(SolutionKey one, long at) {
        Map<String, SolutionTally> byCode = new TreeMap<>();
        try (KeyValueIterator<String, SolutionTally> rows = tallies.range(one.first(), one.end())) {
            rows.forEachRemaining(row -> byCode.put(SolutionKey.of(row.key).code(), row.value));
        }
        int newest = SolutionCount.newest(byCode.values());
        SolutionsCounted counted =
                new SolutionsCounted(one.category(), one.segment(), SolutionCount.rates(byCode, newest));
        context.forward(new Record<>(one.group(), counted, at));
        byCode.forEach((code, tally) -> {
            String key = new SolutionKey(one.category(), one.segment(), code).text();
            tallies.put(key, SolutionCount.isOver(tally, newest) ? null : new SolutionTally(tally.getMonths(), 0L));
        });
    }
}
