// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bench.child.Guest;
import io.baton.bench.child.Idiomatic;
import io.baton.bench.child.SimpleRule;
import io.baton.bench.events.Flavour;
import io.baton.bench.events.Generator;
import io.baton.bench.idiomatic.ConversationSoFar;
import io.baton.bench.idiomatic.Handover;
import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.event.ConversationEvent;
import io.baton.serde.Serdes;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job is held against the router only as far as it does the work of the idiomatic alternative, to the last byte. */
class RuleJobTest {

    private static final int EVENTS = 30_000;
    private static final int OPEN = 300;
    private static final long MINUTE_MS = 60_000;

    @TempDir
    Path folder;

    @Test
    void withTranscriptItHandsOverTheBytesOfTheIdiomaticAlternative() throws Exception {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            Map<String, String> settings = settings(registry, true);
            Expected expected = Expected.of(settings, Flavour.GIVEN);

            List<Outgoing> written = run(settings, Flavour.GIVEN);

            assertThat(values(written, "t." + Idiomatic.HANDOVERS))
                    .hasSizeGreaterThan(50)
                    .containsExactlyElementsOf(expected.handovers);
            assertThat(sums(written)).isEqualTo(expected.turns);
        }
    }

    @Test
    void withoutTranscriptItDecidesTheSame() throws Exception {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            Map<String, String> settings = settings(registry, false);
            Expected expected = Expected.of(settings, Flavour.TEXT);

            List<Outgoing> written = run(settings, Flavour.TEXT);

            assertThat(values(written, "t." + Idiomatic.HANDOVERS))
                    .hasSizeGreaterThan(50)
                    .containsExactlyElementsOf(expected.handovers);
            assertThat(sums(written)).isEqualTo(expected.turns);
        }
    }

    @Test
    void theBenchFindsItAsAService() {
        assertThat(ServiceLoader.load(Guest.class))
                .singleElement()
                .extracting(Guest::program)
                .isEqualTo("flink");
    }

    private Map<String, String> settings(EmbeddedRegistry registry, boolean transcript) {
        return Map.of(
                "application.id",
                "rule",
                "bootstrap.servers",
                "unused:9092",
                "schema.registry.url",
                registry.url(),
                "state.dir",
                folder.toString(),
                "commit.interval.ms",
                "50",
                Guest.PREFIX,
                "t.",
                Guest.TRANSCRIPT,
                Boolean.toString(transcript));
    }

    private static List<Outgoing> run(Map<String, String> settings, Flavour flavour) throws Exception {
        JobSettings job = new JobSettings(settings);
        List<Outgoing> written = new ArrayList<>();
        try (var flink = StreamExecutionEnvironment.createLocalEnvironment(1, job.flink())) {
            DataStream<ConversationEvent> events = flink.fromSequence(1, EVENTS)
                    .map(new Generated(flavour), RuleJob.EVENT)
                    .assignTimestampsAndWatermarks(WatermarkStrategy.<ConversationEvent>noWatermarks()
                            .withTimestampAssigner(
                                    (event, unused) -> event.getTime().toEpochMilli()));
            try (CloseableIterator<Outgoing> all = RuleJob.judged(events, job).executeAndCollect()) {
                all.forEachRemaining(written::add);
            }
        }
        return written;
    }

    private static List<String> values(List<Outgoing> written, String topic) {
        return written.stream()
                .filter(record -> record.topic().equals(topic))
                .map(record -> hex(record.value()))
                .toList();
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    /** The last value of each key: sums go up only. */
    private static Map<String, Long> sums(List<Outgoing> written) {
        Map<String, Long> sums = new HashMap<>();
        for (Outgoing record : written) {
            if (record.topic().equals("t." + Idiomatic.TURNS)) {
                long sum = ByteBuffer.wrap(record.value()).getLong();
                Long before = sums.put(new String(record.key(), UTF_8), sum);
                assertThat(sum).isGreaterThan(before == null ? 0 : before);
            }
        }
        return sums;
    }

    /** Events as the bench makes them, in the task that judges them. */
    private static final class Generated extends RichMapFunction<Long, ConversationEvent> {

        private static final long serialVersionUID = 1L;

        private final Flavour flavour;
        private transient Generator generator;

        Generated(Flavour flavour) {
            this.flavour = flavour;
        }

        @Override
        public void open(OpenContext context) {
            generator = Generator.ofRecorded(flavour, 1, OPEN);
        }

        @Override
        public ConversationEvent map(Long number) {
            return generator.next();
        }
    }

    /** What the rule itself leads to, without any framework. */
    private record Expected(List<String> handovers, Map<String, Long> turns) {

        static Expected of(Map<String, String> settings, Flavour flavour) {
            var serializer = Serdes.value(Handover.class, settings).serializer();
            boolean transcript = Boolean.parseBoolean(settings.get(Guest.TRANSCRIPT));
            Expected expected = new Expected(new ArrayList<>(), new HashMap<>());
            Map<String, ConversationSoFar> state = new HashMap<>();
            Generator generator = Generator.ofRecorded(flavour, 1, OPEN);
            for (int i = 0; i < EVENTS; i++) {
                ConversationEvent event = generator.next();
                String customer = event.getCustomerId();
                ConversationSoFar before = Objects.requireNonNullElseGet(
                        state.remove(customer),
                        () -> ConversationSoFar.newBuilder().build());
                ConversationSoFar now = SimpleRule.after(before, event);
                if (now == null) {
                    continue;
                }
                state.put(customer, now);
                if (now.getJustEscalated()) {
                    Handover handover = Idiomatic.handover(customer, now);
                    if (!transcript) {
                        handover.setTranscript(List.of());
                    }
                    expected.handovers.add(hex(serializer.serialize("t." + Idiomatic.HANDOVERS, handover)));
                }
                long minute = event.getTime().toEpochMilli() / MINUTE_MS * MINUTE_MS;
                expected.turns.merge(now.getCategory() + "@" + minute, 1L, Long::sum);
            }
            return expected;
        }
    }
}
