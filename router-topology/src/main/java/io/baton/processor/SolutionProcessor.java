// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.SolutionsCounted;
import io.baton.policy.outcome.Measures;
import io.baton.policy.solution.SolutionCount;
import io.baton.state.Figure;
import io.baton.state.MetricDelta;
import io.baton.state.SolutionTally;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
 * Counts which resolutions held, all tasks' in one place, and publishes a category and segment as it stood before the first event
 * of a new day that touches it.
 *
 * <p>Reads (category, delta), sends (category|segment|parity of the day, what was counted). A replay publishes once, when every task has said
 * that its events are over, so that what it says depends on the input alone.
 */
public final class SolutionProcessor implements Processor<String, MetricDelta, String, SolutionsCounted> {

    /** Before a resolution's code in the name of a figure. */
    public static final String PREFIX = Measures.SOLVED_BY.id() + ".";

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final int tasks;
    private final boolean replay;
    private ProcessorContext<String, SolutionsCounted> context;
    private KeyValueStore<String, SolutionTally> tallies;
    private int finished;
    /** The day up to which events have come in, of each category and segment that has been touched: saves reading what was counted for each delta. */
    private final Map<String, Integer> days = new HashMap<>();

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
        days.clear();
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
        SolutionKey group = new SolutionKey(delta.getCategory(), delta.getSegment(), "");
        int day = (int) Math.floorDiv(delta.getUpdatedAt(), DAY);
        if (!replay) {
            publishBefore(day, group);
        }
        Map<String, SolutionTally> added = new TreeMap<>();
        for (Figure figure : delta.getFigures()) {
            String code = figure.getMeasure().substring(PREFIX.length());
            String key = new SolutionKey(delta.getCategory(), delta.getSegment(), code).text();
            SolutionTally tally = SolutionCount.add(
                    tallies.get(key),
                    SolutionCount.month(delta.getStart()),
                    Math.round(figure.getNumerator()),
                    Math.round(figure.getDenominator()),
                    day);
            added.put(key, tally);
        }
        added.forEach(tallies::put);
        days.merge(group.group(), day, Math::max);
    }

    /** The first event of a new day publishes what was counted until then. */
    private void publishBefore(int day, SolutionKey group) {
        Integer last = days.get(group.group());
        if (last == null || last < day) {
            Map<String, SolutionTally> byCode = rows(group);
            if (!byCode.isEmpty() && SolutionCount.lastDay(byCode.values()) < day) {
                publish(group, byCode, day * DAY);
            }
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
        groups.values().forEach(group -> publish(group, rows(group), at));
    }

    private Map<String, SolutionTally> rows(SolutionKey group) {
        Map<String, SolutionTally> byCode = new TreeMap<>();
        try (KeyValueIterator<String, SolutionTally> rows = tallies.range(group.first(), group.end())) {
            rows.forEachRemaining(row -> byCode.put(SolutionKey.of(row.key).code(), row.value));
        }
        return byCode;
    }

    private void publish(SolutionKey group, Map<String, SolutionTally> byCode, long until) {
        int newest = SolutionCount.newest(byCode.values());
        SolutionsCounted counted = new SolutionsCounted(
                group.category(), group.segment(), Instant.ofEpochMilli(until), SolutionCount.rates(byCode, newest));
        context.forward(new Record<>(group.publishedOn(until / DAY), counted, until));
        byCode.forEach((code, tally) -> {
            if (SolutionCount.isOver(tally, newest)) {
                tallies.delete(new SolutionKey(group.category(), group.segment(), code).text());
            }
        });
    }
}
