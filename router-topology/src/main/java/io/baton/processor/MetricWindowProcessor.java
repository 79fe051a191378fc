// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Grain;
import io.baton.event.MetricWindow;
import io.baton.names.Meters;
import io.baton.policy.outcome.MetricKey;
import io.baton.policy.outcome.WindowSums;
import io.baton.policy.outcome.WindowTotals;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.MetricDelta;
import io.baton.state.MetricTotals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.jspecify.annotations.Nullable;

/**
 * Adds the deltas of minutes up to minutes, hours and days; each delta is one more revision of its three windows.
 *
 * <p>Reads (series, delta), sends (metric key, window) with the latest event time that went in as its time: what
 * several tasks send for one window may come in any order, and the last revision is the same.
 *
 * <p>Not every revision is told: a live router notes which rows have changed, beside them, and tells them at the {@link FigurePace};
 * so the last revision is told whatever happens in between. A replay, whose files keep the last one, tells each.
 *
 * <p>A delta is never too late while its window is kept, which hours and days are for at least as long as anything can still come. Windows whose retention is over are deleted, and deltas for them are
 * counted and dropped: adding them up from nothing would publish a wrong total. Time here is event time. A replay, whose tasks
 * move through event time at different speeds, deletes nothing and calls late only what came later than the retention by
 * its own time; so its output depends on the input alone.
 */
public final class MetricWindowProcessor implements Processor<String, MetricDelta, String, MetricWindow> {

    private static final Duration EXPIRE_EVERY = Duration.ofMinutes(10);

    /** What becomes of an account within 90 days after the end of a conversation is counted in its hour and its day (M25). */
    private static final long DOWNSTREAM = Duration.ofDays(92).toMillis();

    /** Before the name of a row that waits to be told; behind the keys of all rows, which begin with a hexadecimal digit. */
    private static final String NOTE = "~";

    private static final WindowSums NOTED = WindowSums.none();

    private final String storeName;
    private final Supplier<Ruleset> rules;
    private final Clockwork clock;
    private FigurePace pace = new FigurePace();
    /** End of the minutes that have been deleted. */
    private long expired = Long.MIN_VALUE;

    private ProcessorContext<String, MetricWindow> context;
    private KeyValueStore<String, WindowSums> windows;
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
        StoreBuilder<?> store = Supplied.windows(Stores.persistentKeyValueStore(storeName), totals);
        return new Supplied<>(() -> new MetricWindowProcessor(storeName, rules, clock), Set.of(store));
    }

    @Override
    public void init(ProcessorContext<String, MetricWindow> processorContext) {
        context = processorContext;
        windows = context.getStateStore(storeName);
        late = new Counted(context, Meters.METRIC_LATE);
        pace = new FigurePace();
        expired = Long.MIN_VALUE;
        try (KeyValueIterator<String, WindowSums> notes = windows.range(NOTE, null)) {
            notes.forEachRemaining(note -> pace.waits(MetricKey.of(note.key.substring(NOTE.length()))));
        }
        if (!clock.replay()) {
            context.schedule(clock.tick(), PunctuationType.WALL_CLOCK_TIME, ignored -> tellDue());
            context.schedule(EXPIRE_EVERY, PunctuationType.STREAM_TIME, this::expire);
        }
    }

    @Override
    public void process(Record<String, MetricDelta> record) {
        MetricDelta delta = record.value();
        long now = timeOf(delta);
        WindowSums.Addend addend = WindowSums.Addend.of(delta);
        List<Changing> rows = new ArrayList<>();
        for (MetricKey key : MetricKey.rows(delta)) {
            if (key.end() <= horizon(key.grain(), now)) {
                late.one();
            } else {
                String name = key.textByEnd();
                WindowSums sums = windows.get(name);
                rows.add(new Changing(key, name, sums == null ? WindowSums.none() : sums));
            }
        }
        // Sums are changed in place, so what can fail has been done before.
        for (Changing row : rows) {
            row.sums().add(addend);
            windows.put(row.name(), row.sums());
        }
        if (clock.replay()) {
            rows.forEach(row -> tell(row(row.key(), row.sums())));
        } else {
            long changed = clock.now().getAsLong();
            rows.forEach(row -> note(row.key(), changed));
        }
    }

    /** A row to which something is added, and its name in the store. */
    private record Changing(MetricKey key, String name, WindowSums sums) {}

    /** Should this fail, the next revision carries what this one would have said. */
    private void tell(Row row) {
        context.forward(new Record<>(row.key().text(), row.window(), row.updatedAt()));
    }

    private void note(MetricKey key, long now) {
        if (pace.changed(key, now)) {
            windows.put(NOTE + key.text(), NOTED);
        }
    }

    private void tellDue() {
        List<MetricKey> keys = pace.due(clock.now().getAsLong());
        List<Row> rows = keys.stream().flatMap(this::kept).toList();
        rows.forEach(this::tell);
        // Last, so that what could not be told goes on waiting.
        for (MetricKey key : keys) {
            pace.told(key);
            windows.delete(NOTE + key.text());
        }
    }

    /** The row as it stands; none where its retention is over. */
    private Stream<Row> kept(MetricKey key) {
        WindowSums totals = windows.get(key.textByEnd());
        return totals == null ? Stream.of() : Stream.of(row(key, totals));
    }

    /** A row as it is told. */
    private record Row(MetricKey key, MetricWindow window, long updatedAt) {}

    private Row row(MetricKey key, WindowSums totals) {
        return new Row(key, WindowTotals.window(key, totals, rules.get()), totals.updatedAt());
    }

    @Override
    public void close() {
        late.close();
    }

    private long timeOf(MetricDelta delta) {
        return clock.replay() ? delta.getUpdatedAt() : Math.max(delta.getUpdatedAt(), context.currentStreamTimeMs());
    }

    /** Windows of the grain that end at or before it are no longer kept. */
    private long horizon(Grain grain, long now) {
        long kept = rules.get().retention().windows();
        return now - (grain == Grain.MINUTE ? kept : Math.max(kept, DOWNSTREAM));
    }

    private void expire(long now) {
        long minutes = horizon(Grain.MINUTE, now);
        List<String> over = new ArrayList<>(keys(null, MetricKey.endPrefix(horizon(Grain.HOUR, now) + 1)));
        // Only what has become too old since the last look: hours and days of the time before are still there.
        for (String key : keys(MetricKey.endPrefix(expired), MetricKey.endPrefix(minutes + 1))) {
            if (MetricKey.grainOf(key) == Grain.MINUTE) {
                over.add(key);
            }
        }
        over.forEach(windows::delete);
        expired = minutes;
    }

    private List<String> keys(@Nullable String from, String to) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, WindowSums> range = windows.range(from, to)) {
            range.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }
}
