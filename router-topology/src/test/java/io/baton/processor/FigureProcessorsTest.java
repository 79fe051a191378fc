// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.MetricWindow;
import io.baton.names.Meters;
import io.baton.names.StoreLayout;
import io.baton.names.Stores;
import io.baton.packed.PackedStore;
import io.baton.policy.outcome.Changes;
import io.baton.policy.outcome.MetricKey;
import io.baton.policy.outcome.RowChange;
import io.baton.policyfile.DefaultPolicy;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.state.Figure;
import io.baton.state.MetricDelta;
import io.baton.state.MetricTotals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a figure from a turn to a window, over both processors. */
final class FigureProcessorsTest {

    private static final long T0 = 1_772_355_600_000L;
    private static final long MINUTE = 60_000;
    /** A second until figures are sent on, and three without any. */
    private static final int QUIET = 4;

    private static final long RETENTION = DefaultPolicy.ruleset().retention().windows();

    @TempDir
    Path folder;

    private long clockTime = T0;
    private TopologyTestDriver driver;
    private TestInputTopic<String, MetricDelta> deltas;
    private TestOutputTopic<String, MetricWindow> windows;

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void nothingGoesOutBeforeTheTick() {
        open(TimeMode.LIVE);

        started(T0, 1);

        assertThat(windows.isEmpty()).isTrue();
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void aTickSendsEachRowOnOnce() {
        open(TimeMode.LIVE);
        started(T0 + 1, 1);
        started(T0 + 2, 1);
        started(T0 + MINUTE, 1);

        seconds(QUIET);
        seconds(QUIET);

        List<TestRecord<String, MetricWindow>> out = minutes();
        assertThat(out).hasSize(2);
        assertThat(out.get(0).key()).isEqualTo("AUTOMATED|MINUTE|" + T0 + "|sync|standard");
        assertThat(out.get(0).value().getMeasures().get("started").getValue()).isEqualTo(2.0);
        assertThat(out.get(0).value().getRevision()).isEqualTo(1);
        assertThat(out.get(0).getRecordTime()).isEqualTo(Instant.ofEpochMilli(T0 + 2));
        assertThat(waiting()).isZero();
    }

    @Test
    void manyRowsLeaveAtEveryOtherTickAndAddUp() {
        open(TimeMode.LIVE);
        for (int second = 0; second < 4; second++) {
            for (int row = 0; row <= FigureBufferProcessor.MANY; row++) {
                started(T0 + row * MINUTE, 1);
            }
            seconds(1);
            assertThat(waiting())
                    .as("rows that wait after %d seconds", second + 1)
                    .isEqualTo(second % 2 == 0 ? FigureBufferProcessor.MANY + 1 : 0);
        }
        seconds(QUIET);

        MetricWindow first = lastWindows().get("AUTOMATED|MINUTE|" + T0 + "|sync|standard");
        assertThat(first.getMeasures().get("started").getValue()).isEqualTo(4.0);
        assertThat(first.getRevision()).isEqualTo(2);
    }

    @Test
    void manyRowsThatAreTheLastWaitForTwoTicksAtMost() {
        open(TimeMode.LIVE);
        for (int row = 0; row <= FigureBufferProcessor.MANY; row++) {
            started(T0 + row * MINUTE, 1);
        }
        seconds(2);

        assertThat(waiting()).isZero();
    }

    @Test
    void aMinuteIsPartOfItsHourAndItsDay() {
        open(TimeMode.LIVE);
        started(T0 + 1, 1);
        started(T0 + 40 * MINUTE, 1);
        started(T0 + 70 * MINUTE, 1);

        seconds(QUIET);

        Map<String, MetricWindow> out = lastWindows();
        assertThat(out).hasSize(3 + 2 + 1);
        assertThat(value(out, Grain.HOUR, T0)).isEqualTo(2.0);
        assertThat(value(out, Grain.HOUR, T0 + 60 * MINUTE)).isEqualTo(1.0);
        assertThat(value(out, Grain.DAY, MetricKey.startOf(Grain.DAY, T0))).isEqualTo(3.0);
    }

    private static double value(Map<String, MetricWindow> windows, Grain grain, long start) {
        MetricWindow window = windows.get("AUTOMATED|" + grain + "|" + start + "|sync|standard");
        return window.getMeasures().get("started").getValue();
    }

    @Test
    void aLateFigureIsTheNextRevisionOfItsWindow() {
        open(TimeMode.LIVE);
        started(T0, 1);
        seconds(QUIET);

        deltas.pipeInput("cust-1", delta(T0, T0 + Duration.ofDays(3).toMillis(), 1));
        seconds(QUIET);

        MetricWindow last = lastWindows().get("AUTOMATED|MINUTE|" + T0 + "|sync|standard");
        assertThat(last.getRevision()).isEqualTo(2);
        assertThat(last.getMeasures().get("started").getValue()).isEqualTo(2.0);
    }

    @Test
    void whatIsTakenBackBeforeTheTickWasNeverThere() {
        open(TimeMode.LIVE);
        started(T0, 1);
        started(T0, -1);

        assertThat(waiting()).isZero();
        seconds(1);
        assertThat(windows.isEmpty()).isTrue();
    }

    @Test
    void aReplaySendsOnWhenAMinuteOfItsRecordsBegins() {
        open(TimeMode.REPLAY);
        started(T0, 1);
        started(T0 + 59_999, 1);
        driver.advanceWallClockTime(Duration.ofHours(1));
        assertThat(windows.isEmpty()).isTrue();

        started(T0 + MINUTE, 1);

        assertThat(minutes())
                .singleElement()
                .satisfies(window -> assertThat(
                                window.value().getMeasures().get("started").getValue())
                        .isEqualTo(2.0));
    }

    @Test
    void aReplaysTickSendsOnWhatIsLeft() {
        open(TimeMode.REPLAY);
        started(T0, 1);

        deltas.pipeInput("cust-1", null, T0 + 10 * MINUTE);

        assertThat(minutes()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void aWindowIsForgottenWhenItsRetentionEnds() {
        open(TimeMode.LIVE);
        started(T0, 1);
        started(T0 + MINUTE, 1);
        seconds(1);
        assertThat(keptMinutes()).isEqualTo(2);

        started(T0 + RETENTION + MINUTE, 1);
        seconds(QUIET);

        assertThat(keptMinutes()).isEqualTo(2);
        assertThat(lastWindows().keySet().stream().filter(FigureProcessorsTest::isMinute))
                .hasSize(3);
    }

    @Test
    @Tag("M25")
    void hoursAndDaysAreKeptForWhatBecomesOfAnAccount() {
        open(TimeMode.LIVE);
        started(T0, 1);
        seconds(QUIET);
        started(T0 + Duration.ofDays(90).toMillis(), 1);
        seconds(QUIET);
        started(T0, 1);
        seconds(QUIET);

        assertThat(value(lastWindows(), Grain.HOUR, T0)).isEqualTo(2.0);
        assertThat(keptMinutes()).isEqualTo(1);

        started(T0 + Duration.ofDays(94).toMillis(), 1);
        seconds(QUIET);
        assertThat(keys(Stores.METRIC_WINDOWS))
                .as("a minute, an hour and a day of each of the last two")
                .hasSize(6);
    }

    @Test
    void aFigureForAForgottenWindowIsCountedAndDropped() {
        open(TimeMode.LIVE);
        started(T0 + RETENTION + MINUTE, 1);
        seconds(QUIET);
        windows.readRecordsToList();

        started(T0, 1);
        seconds(QUIET);

        assertThat(minutes()).isEmpty();
        assertThat(late()).isEqualTo(1.0);
    }

    @Test
    void aReplayDropsOnlyWhatIsLateByItsOwnTime() {
        open(TimeMode.REPLAY);
        started(T0 + 2 * RETENTION, 1);
        started(T0, 1);
        deltas.pipeInput("cust-1", delta(T0, T0 + RETENTION + MINUTE, 5), T0);
        deltas.pipeInput("cust-1", null, T0 + 2 * RETENTION);

        assertThat(lastWindows().keySet().stream().filter(FigureProcessorsTest::isMinute))
                .hasSize(1);
        assertThat(late()).isEqualTo(1.0);
    }

    @Test
    void theLastRevisionDoesNotDependOnTheOrderOfDeltas() {
        List<MetricDelta> input = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            input.add(delta(T0 + (i % 5) * MINUTE, T0 + 17 * i, 1 + i % 3));
        }
        Map<String, MetricWindow> first = replayed(input);
        driver.close();
        Collections.shuffle(input, new Random(4));

        assertThat(replayed(input)).isEqualTo(first).hasSize(5 + 1 + 1);
    }

    @ParameterizedTest
    @CsvSource({"MINUTE, 60, 5", "HOUR, 300, 6", "DAY, 900, 4"})
    void aRowThatChangesEachSecondIsToldAtItsPace(Grain grain, int seconds, int told) {
        open(TimeMode.LIVE);
        for (int second = 0; second < seconds; second++) {
            started(T0, 1);
            seconds(1);
        }
        seconds(QUIET);

        List<TestRecord<String, MetricWindow>> out = windows.readRecordsToList().stream()
                .filter(window -> window.value().getGrain() == grain)
                .toList();
        assertThat(out).hasSize(told);
        assertThat(out.get(told - 1).value().getRevision()).isEqualTo(seconds);
        assertThat(out.get(told - 1).value().getMeasures().get("started").getValue())
                .isEqualTo(seconds);
        assertThat(keys(Stores.METRIC_WINDOWS)).hasSize(3);
    }

    @Test
    void whatWaitsToBeToldIsToldByTheNextRouter() {
        ProcessorSupplier<String, MetricDelta, String, MetricWindow> routers = windows(clock(TimeMode.LIVE));
        MockProcessorContext<String, MetricWindow> context =
                new MockProcessorContext<>(settings("none"), new TaskId(0, 0), folder.toFile());
        context.setCurrentStreamTimeMs(T0);
        for (StoreBuilder<?> store : routers.stores()) {
            StateStore made = store.withCachingDisabled().withLoggingDisabled().build();
            made.init(context.getStateStoreContext(), made);
            context.addStateStore(made);
        }
        Processor<String, MetricDelta, String, MetricWindow> first = routers.get();
        first.init(context);
        first.process(new Record<>("series", delta(T0, T0, 1), T0));
        assertThat(context.forwarded()).isEmpty();

        Processor<String, MetricDelta, String, MetricWindow> next = routers.get();
        next.init(context);
        var look = context.scheduledPunctuators().stream()
                .filter(scheduled -> scheduled.getType() == PunctuationType.WALL_CLOCK_TIME)
                .reduce((before, after) -> after)
                .orElseThrow();
        look.getPunctuator().punctuate(T0);
        look.getPunctuator().punctuate(T0);

        assertThat(context.forwarded())
                .extracting(told -> told.record().value().getGrain())
                .containsExactlyInAnyOrder(Grain.MINUTE, Grain.HOUR, Grain.DAY);
    }

    @Test
    void aWallClockThatIsPutBackHoldsNothingUp() {
        open(TimeMode.LIVE);
        seconds(1);
        started(T0, 1);
        seconds(1);
        clockTime -= Duration.ofHours(2).toMillis();
        started(T0, 1);
        seconds(1);

        assertThat(minutes()).isNotEmpty();
    }

    private Map<String, MetricWindow> replayed(List<MetricDelta> input) {
        open(TimeMode.REPLAY);
        for (MetricDelta delta : input) {
            deltas.pipeInput("cust-1", delta, T0);
            deltas.pipeInput("cust-1", null, T0);
        }
        return lastWindows();
    }

    private void open(TimeMode mode) {
        Clockwork clock = clock(mode);
        Serde<MetricDelta> deltaSerde = AvroBytes.of(MetricDelta.getClassSchema());
        Serde<MetricWindow> windowSerde = AvroBytes.of(MetricWindow.getClassSchema());
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("deltas", Consumed.with(Serdes.String(), deltaSerde))
                .mapValues(delta -> delta == null ? List.<RowChange>of() : List.of(Changes.of(delta)))
                .process(FigureBufferProcessor.supplier(Stores.METRIC_DELTAS, packed(), deltaSerde, clock))
                .filterNot((key, delta) -> delta.getFigures().isEmpty())
                .process(windows(clock))
                .to("windows", Produced.with(Serdes.String(), windowSerde));
        driver = new TopologyTestDriver(builder.build(), settings(mode.name()), Instant.ofEpochMilli(T0));
        deltas = driver.createInputTopic("deltas", Serdes.String().serializer(), deltaSerde.serializer());
        windows = driver.createOutputTopic("windows", Serdes.String().deserializer(), windowSerde.deserializer());
    }

    private Properties settings(String name) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "figures");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                folder.resolve(name + "-" + System.nanoTime()).toString());
        return settings;
    }

    private Clockwork clock(TimeMode mode) {
        return new Clockwork(mode, () -> clockTime, Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    private static ProcessorSupplier<String, MetricDelta, String, MetricWindow> windows(Clockwork clock) {
        return MetricWindowProcessor.supplier(
                Stores.METRIC_WINDOWS, AvroBytes.of(MetricTotals.getClassSchema()), DefaultPolicy::ruleset, clock);
    }

    private void seconds(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clockTime += 1000;
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
    }

    private static TurnSetup packed() {
        return TurnSetup.of(
                io.baton.serde.Serdes.state(ConversationState.class),
                io.baton.serde.Serdes.state(AcceptedEvent.class),
                io.baton.serde.Serdes.state(CustomerJourney.class),
                StoreLayout.PACKED,
                false);
    }

    /** Conversations that began at {@code at}; a negative number takes back. */
    private void started(long at, int count) {
        deltas.pipeInput("cust-1", delta(at, at, count), at);
    }

    private static MetricDelta delta(long at, long updatedAt, int count) {
        long start = Math.floorDiv(at, MINUTE) * MINUTE;
        List<Figure> figures = List.of(new Figure("started", (double) count, 0.0, null));
        return new MetricDelta(Channel.AUTOMATED, Grain.MINUTE, start, "sync", "standard", figures, updatedAt);
    }

    private Map<String, MetricWindow> lastWindows() {
        return windows.readKeyValuesToMap();
    }

    private long waiting() {
        return ((PackedStore) driver.getStateStore(Stores.CONVERSATIONS))
                .rows(Stores.METRIC_DELTAS)
                .size();
    }

    /** Windows of minutes on the topic, in the order in which they were written. */
    private List<TestRecord<String, MetricWindow>> minutes() {
        return windows.readRecordsToList().stream()
                .filter(window -> isMinute(window.key()))
                .toList();
    }

    private static boolean isMinute(String key) {
        return key.contains("|MINUTE|");
    }

    private long keptMinutes() {
        return keys(Stores.METRIC_WINDOWS).stream()
                .filter(FigureProcessorsTest::isMinute)
                .count();
    }

    private List<String> keys(String store) {
        List<String> keys = new ArrayList<>();
        try (var all = driver.<String, Object>getKeyValueStore(store).all()) {
            all.forEachRemaining(row -> keys.add(row.key));
        }
        return keys;
    }

    private double late() {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(Meters.METRIC_LATE + "-total"))
                .mapToDouble(metric -> (double) metric.getValue().metricValue())
                .sum();
    }
}
