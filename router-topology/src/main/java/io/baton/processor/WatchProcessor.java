// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.IncidentReported;
import io.baton.event.PolicyProposal;
import io.baton.policy.outcome.WindowSums;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.watch.Alerts;
import io.baton.policy.watch.History;
import io.baton.policy.watch.Proposals;
import io.baton.state.AlertStanding;
import io.baton.state.Figure;
import io.baton.state.MetricDelta;
import io.baton.state.MetricTotals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Watches the figures of all tasks in one place: adds up what they send and looks at each full minute whether an alert is raised,
 * gets worse or is over and whether a category sees a rush, and at each day whether a category should move.
 *
 * <p>Live, the minute is the wall clock's. In a replay it looks when every task has said that its events are over, minute by minute
 * over the whole of them, so that what it says depends on the input alone; rushes it was told beforehand.
 */
public final class WatchProcessor implements Processor<String, MetricDelta, String, SpecificRecord> {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    /** Figures are sent on each second or every other; after this long those of a minute are here. */
    private static final long SETTLED = Duration.ofSeconds(5).toMillis();

    private static final long MINUTES_KEPT = Duration.ofDays(2).toMillis();
    private static final long HOURS_KEPT = Duration.ofDays(100).toMillis();

    private final Setup setup;
    private final Map<String, AlertStanding> raised = new TreeMap<>();
    private final History history = new History();
    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, WindowSums> figures;
    private KeyValueStore<String, AlertStanding> standings;
    private RushDesk rushes;
    private int finished;
    private long looked;

    /**
     * What it needs.
     *
     * @param tasks how many tasks of a replay say that they are over
     */
    public record Setup(
            String figures,
            String standings,
            String rushes,
            Serde<MetricTotals> totals,
            Serde<AlertStanding> alerts,
            Supplier<Ruleset> rules,
            int tasks,
            Clockwork clock) {}

    @SuppressWarnings("NullAway.Init")
    private WatchProcessor(Setup setup) {
        this.setup = setup;
    }

    public static ProcessorSupplier<String, MetricDelta, String, SpecificRecord> supplier(Setup setup) {
        return new Supplied<>(
                () -> new WatchProcessor(setup),
                Set.of(
                        Supplied.windows(Stores.inMemoryKeyValueStore(setup.figures()), setup.totals()),
                        Supplied.store(Stores.inMemoryKeyValueStore(setup.standings()), setup.alerts()),
                        Supplied.store(Stores.inMemoryKeyValueStore(setup.rushes()), setup.alerts())));
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        figures = context.getStateStore(setup.figures());
        standings = context.getStateStore(setup.standings());
        rushes = new RushDesk(context.getStateStore(setup.rushes()));
        try (KeyValueIterator<String, WindowSums> all = figures.all()) {
            all.forEachRemaining(
                    row -> remember(WatchedRow.of(row.key), row.value.totals().getFigures()));
        }
        try (KeyValueIterator<String, AlertStanding> all = standings.all()) {
            all.forEachRemaining(row -> raised.put(row.key, row.value));
        }
        if (!setup.clock().replay()) {
            context.schedule(setup.clock().tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
        }
    }

    @Override
    public void process(Record<String, MetricDelta> record) {
        MetricDelta delta = record.value();
        if (delta.getFigures().isEmpty()) {
            finished++;
            if (finished % setup.tasks() == 0) {
                lookBack(delta.getUpdatedAt());
            }
            return;
        }
        WindowSums.Addend addend = WindowSums.Addend.of(delta);
        List<WatchedRow> rows = WatchedRow.of(delta);
        Map<String, WindowSums> added = new LinkedHashMap<>();
        for (WatchedRow row : rows) {
            String key = row.key();
            WindowSums sums = figures.get(key);
            added.put(key, sums == null ? WindowSums.none() : sums);
        }
        added.forEach((key, sums) -> {
            sums.add(addend);
            figures.put(key, sums);
        });
        rows.forEach(row -> remember(row, delta.getFigures()));
    }

    private void remember(WatchedRow row, List<Figure> found) {
        for (Figure figure : found) {
            history.add(
                    row.category(),
                    row.fine(),
                    row.start(),
                    figure.getMeasure(),
                    figure.getNumerator(),
                    figure.getDenominator(),
                    row.automated());
        }
    }

    private void tick(long ignored) {
        long minute = (setup.clock().now().getAsLong() - SETTLED) / MINUTE * MINUTE;
        if (minute > looked) {
            boolean newDay = looked > 0 && minute / DAY > looked / DAY;
            looked = minute;
            look(minute);
            for (IncidentReported report : rushes.look(setup.rules().get(), history, minute)) {
                context.forward(new Record<>(report.getIncidentId(), report, minute));
            }
            if (newDay) {
                propose(minute / DAY * DAY);
                forget(minute);
            }
        }
    }

    /** A replay: all minutes from the first event to the end of time. */
    private void lookBack(long until) {
        long begin = Math.max(history.begin(), looked + 1);
        for (long minute = begin / MINUTE * MINUTE; begin != Long.MAX_VALUE && minute <= until; minute += MINUTE) {
            looked = minute;
            look(minute);
            if (minute % DAY == 0) {
                propose(minute);
            }
        }
    }

    private void look(long minute) {
        Ruleset rules = setup.rules().get();
        List<Alerts.Change> changes = new Alerts(rules).look(history, minute, raised);
        List<PolicyProposal> pauses = new Proposals(rules)
                .pauses(changes.stream().map(Alerts.Change::alert).toList());
        for (Alerts.Change change : changes) {
            String id = change.alert().getAlertId();
            AlertStanding standing = change.standing();
            context.forward(new Record<>(id, change.alert(), minute));
            standings.put(id, standing);
            if (standing == null) {
                raised.remove(id);
            } else {
                raised.put(id, standing);
            }
        }
        pauses.forEach(pause -> propose(pause, minute));
        raised.forEach((id, standing) -> {
            AlertStanding kept = standings.get(id);
            if (kept == null || !kept.equals(standing)) {
                standings.put(id, standing);
            }
        });
    }

    /** The id of a proposal holds its day: a reader that has seen it knows it again. */
    private void propose(long day) {
        new Proposals(setup.rules().get()).look(history, day).forEach(proposal -> propose(proposal, day));
    }

    private void propose(PolicyProposal proposal, long at) {
        context.forward(new Record<>(proposal.getCategory() + "/" + proposal.getKind(), proposal, at));
    }

    private void forget(long now) {
        history.forget(now - MINUTES_KEPT, now - HOURS_KEPT);
        List<String> over = new ArrayList<>();
        try (KeyValueIterator<String, WindowSums> all = figures.all()) {
            while (all.hasNext()) {
                String key = all.next().key;
                WatchedRow row = WatchedRow.of(key);
                if (row.start() < now - (row.fine() ? MINUTES_KEPT : HOURS_KEPT)) {
                    over.add(key);
                }
            }
        }
        over.forEach(figures::delete);
    }
}
