// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.MetricWindow;
import io.baton.names.Meters;
import io.baton.policy.outcome.MetricKey;
import io.baton.policy.outcome.WindowTotals;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.MetricDelta;
import io.baton.state.MetricTotals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Adds the deltas of minutes up to minutes, hours and days; each delta is one more revision of its three windows.
 *
 * <p>Reads (series, delta), sends (metric key, window) with the latest event time that went in as its time: what
 * several tasks send for one window may come in any order, and the last revision is the same.
 *
 * <p>A delta is never too late while its window is kept. Windows whose retention is over are deleted, and deltas for them are
 * counted and dropped: adding them up from nothing would publish a wrong total. Time here is event time. A replay, whose tasks
 * move through event time at different speeds, deletes nothing and calls late only what came later than the retention by
 * its own time; so its output depends on the input alone.
 */
public final class MetricWindowProcessor implements Processor<String, MetricDelta, String, MetricWindow> {

    private static final Duration EXPIRE_EVERY = Duration.ofMinutes(10);

    private final String storeName;
    private final Supplier<Ruleset> rules;
    private final Clockwork clock;
    private ProcessorContext<String, MetricWindow> context;
    private KeyValueStore<String, MetricTotals> windows;
    private Counted late;

    private MetricWindowProcessor(String storeName, Supplier<Ruleset> rules, Clockwork clock) {
        this.storeName = storeName;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param rules how long windows are kept after their end, and the rates and weights of figures; asked each time, as a
     *     policy may change while the router runs
     */
    public static ProcessorSupplier<String, MetricDelta, String, MetricWindow> supplier(
            String storeName, Serde<MetricTotals> totals, Supplier<Ruleset> rules, Clockwork clock) {
        StoreBuilder<?> store = Supplied.store(Stores.persistentKeyValueStore(storeName), totals);
        return new Supplied<>(() -> new MetricWindowProcessor(storeName, rules, clock), Set.of(store));
    }

    @Override
    public void init(ProcessorContext<String, MetricWindow> processorContext) {
        context = processorContext;
        windows = context.getStateStore(storeName);
        late = new Counted(context, Meters.METRIC_LATE);
        if (!clock.replay()) {
            context.schedule(EXPIRE_EVERY, PunctuationType.STREAM_TIME, this::expire);
        }
    }

    @Override
    public void process(Record<String, MetricDelta> record) {
        MetricDelta delta = record.value();
        long horizon = horizon(timeOf(delta));
        List<Row> rows = new ArrayList<>();
        for (MetricKey key : MetricKey.rows(delta)) {
            if (key.end() <= horizon) {
                late.one();
            } else {
                rows.add(added(key, delta));
            }
        }
        rows.forEach(row -> windows.put(row.key().textByEnd(), row.totals()));
        // Should this fail, the next revision carries what this one would have said.
        rows.forEach(row -> context.forward(
                new Record<>(row.key().text(), row.window(), row.totals().getUpdatedAt())));
    }

    /** A row with the delta in it, as kept and as told. */
    private record Row(MetricKey key, MetricTotals totals, MetricWindow window) {}

    private Row added(MetricKey key, MetricDelta delta) {
        MetricTotals totals = WindowTotals.add(windows.get(key.textByEnd()), delta);
        return new Row(key, totals, WindowTotals.window(key, totals, rules.get()));
    }

    @Override
    public void close() {
        late.close();
    }

    private long timeOf(MetricDelta delta) {
        return clock.replay() ? delta.getUpdatedAt() : Math.max(delta.getUpdatedAt(), context.currentStreamTimeMs());
    }

    /** Windows that end at or before it are no longer kept. */
    private long horizon(long now) {
        return now - rules.get().retention().windows();
    }

    private void expire(long now) {
        List<String> over = new ArrayList<>();
        try (KeyValueIterator<String, MetricTotals> range =
                windows.range(null, MetricKey.endPrefix(horizon(now) + 1))) {
            range.forEachRemaining(entry -> over.add(entry.key));
        }
        over.forEach(windows::delete);
    }
}
