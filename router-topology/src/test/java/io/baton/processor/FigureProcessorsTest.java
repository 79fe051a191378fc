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
import io.baton.policy.outcome.MetricKey;
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
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a figure from a turn to a window, over both processors. */
final class FigureProcessorsTest {

    private static final long T0 = 1_772_355_600_000L;
    private static final long MINUTE = 60_000;
    private static final long RETENTION = DefaultPolicy.ruleset().retention().windows();

    @TempDir
    Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, MetricDelta> deltas;
    private TestOutputTopic<String, MetricWindow> windows;

    @AfterEach
    void close() {
        driver.close();
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

        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        List<TestRecord<String, MetricWindow>> out = minutes();
        assertThat(out).hasSize(2);
        assertThat(out.get(0).key()).isEqualTo("AUTOMATED|MINUTE|" + T0 + "|sync|standard");
        assertThat(out.get(0).value().getMeasures().get("started").getValue()).isEqualTo(2.0);
        assertThat(out.get(0).value().getRevision()).isEqualTo(1);
        assertThat(out.get(0).getRecordTime()).isEqualTo(Instant.ofEpochMilli(T0 + 2));
        assertThat(waiting()).isZero();
    }

    @Test
    void aMinuteIsPartOfItsHourAndItsDay() {
        open(TimeMode.LIVE);
        started(T0 + 1, 1);
        started(T0 + 40 * MINUTE, 1);
        started(T0 + 70 * MINUTE, 1);

        driver.advanceWallClockTime(Duration.ofSeconds(1));

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
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        deltas.pipeInput("cust-1", delta(T0, T0 + Duration.ofDays(3).toMillis(), 1));
        driver.advanceWallClockTime(Duration.ofSeconds(1));

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
        driver.advanceWallClockTime(Duration.ofSeconds(1));
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
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(keptMinutes()).isEqualTo(2);

        started(T0 + RETENTION + MINUTE, 1);
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(keptMinutes()).isEqualTo(2);
        assertThat(lastWindows().keySet().stream().filter(FigureProcessorsTest::isMinute))
                .hasSize(3);
    }

    @Test
    void aFigureForAForgottenWindowIsCountedAndDropped() {
        open(TimeMode.LIVE);
        started(T0 + RETENTION + MINUTE, 1);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        windows.readRecordsToList();

        started(T0, 1);
        driver.advanceWallClockTime(Duration.ofSeconds(1));

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

    private Map<String, MetricWindow> replayed(List<MetricDelta> input) {
        open(TimeMode.REPLAY);
        for (MetricDelta delta : input) {
            deltas.pipeInput("cust-1", delta, T0);
            deltas.pipeInput("cust-1", null, T0);
        }
        return lastWindows();
    }

    private void open(TimeMode mode) {
        Clockwork clock = new Clockwork(mode, () -> T0, Duration.ofSeconds(1), Duration.ofSeconds(5));
        Serde<MetricDelta> deltaSerde = AvroBytes.of(MetricDelta.getClassSchema());
        Serde<MetricTotals> totalsSerde = AvroBytes.of(MetricTotals.getClassSchema());
        Serde<MetricWindow> windowSerde = AvroBytes.of(MetricWindow.getClassSchema());
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("deltas", Consumed.with(Serdes.String(), deltaSerde))
                .process(FigureBufferProcessor.supplier(Stores.METRIC_DELTAS, packed(), deltaSerde, clock))
                .filterNot((key, delta) -> delta.getFigures().isEmpty())
                .process(MetricWindowProcessor.supplier(
                        Stores.METRIC_WINDOWS, totalsSerde, DefaultPolicy::ruleset, clock))
                .to("windows", Produced.with(Serdes.String(), windowSerde));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "figures");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                folder.resolve(mode + "-" + System.nanoTime()).toString());
        driver = new TopologyTestDriver(builder.build(), settings, Instant.ofEpochMilli(T0));
        deltas = driver.createInputTopic("deltas", Serdes.String().serializer(), deltaSerde.serializer());
        windows = driver.createOutputTopic("windows", Serdes.String().deserializer(), windowSerde.deserializer());
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
