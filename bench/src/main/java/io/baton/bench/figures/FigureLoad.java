// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.figures;

import io.baton.bench.cluster.ChildJvm;
import io.baton.bench.cluster.Cluster;
import io.baton.bench.events.Flavour;
import io.baton.bench.events.Generator;
import io.baton.bench.latency.Sender;
import io.baton.bench.measure.Course;
import io.baton.bench.measure.Variant;
import io.baton.event.Grain;
import io.baton.names.Topics;
import io.baton.policy.outcome.MetricKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The load of a day of ten million turns, 116 a second, over 54 categories and four segments, for some minutes: minutes pass as they do on
 * that day, so rows come, change and are told at the pace that they have then.
 */
public final class FigureLoad {

    private static final long RATE = 116;
    private static final long EVENTS_A_MINUTE = 60 * RATE;
    private static final long MINUTE_MS = 60_000;

    /** Each has an event every eight seconds, as the bench's events have elsewhere. */
    private static final int OPEN = 928;

    /** Nine categories of the generator, each split into so many. */
    private static final int SPLIT = 6;

    private static final int CHANNELS = 3;

    /** What customers have that puts them into a segment of their own in the default policy, by turns. */
    private static final List<String> SEGMENTS = List.of(
            "{\"annualValue\":80000}",
            "{\"annualValue\":20000}",
            "{\"lifecycle\":\"downgraded\"}",
            "{\"annualValue\":100}");

    private static final int COMMIT_MS = 100;
    private static final long LEAD_NANOS = 300_000_000;
    private static final Duration RUNNING_WITHIN = Duration.ofMinutes(2);
    /** Figures that wait are told when none have come for three seconds. */
    private static final long SETTLE_MS = 8_000;

    private final Course course;
    private final long seed;

    public FigureLoad(Course course, long seed) {
        this.course = course;
        this.seed = seed;
    }

    /**
     * Measures.
     *
     * @param warmUp minutes that do not count
     * @param counted minutes that do
     */
    public FigureSize measure(int warmUp, int counted) throws InterruptedException {
        String prefix = "figures.";
        String application = prefix + "router";
        Cluster cluster = course.cluster();
        cluster.createTopicsAsPlanned(prefix, course.partitions());
        profiles(cluster, prefix);
        FigureTopics topics = new FigureTopics(cluster, prefix);
        try {
            return size(topics, counted, load(application, prefix, topics, warmUp, counted));
        } finally {
            course.cleanUp(application, prefix);
        }
    }

    /** What was counted: bytes written between two moments, epoch milliseconds. */
    private record Span(long written, long from, long to) {

        /** As many minutes, whole ones; and all hours and days. */
        boolean holds(MetricKey key) {
            return key.grain() != Grain.MINUTE || (key.start() >= nearest(from) && key.start() < nearest(to));
        }

        private static long nearest(long at) {
            return (at + MINUTE_MS / 2) / MINUTE_MS * MINUTE_MS;
        }
    }

    private Span load(String application, String prefix, FigureTopics topics, int warmUp, int counted)
            throws InterruptedException {
        try (ChildJvm router = course.start(
                new Course.Start(Variant.ROUTER_GIVEN, application, prefix, COMMIT_MS, "throughput", true), 0)) {
            router.await("running", RUNNING_WITHIN);
            Generator.Pace pace = new Generator.Pace(System.currentTimeMillis(), 1_000_000_000L / RATE);
            Generator events = new Generator(Flavour.GIVEN, seed, OPEN, pace).splitCategories(SPLIT);
            Sender sender = new Sender(course.cluster(), prefix, events, RATE);
            long begin = System.nanoTime() + LEAD_NANOS;
            long warm = warmUp * EVENTS_A_MINUTE;
            sender.send(begin, 0, warm);
            long before = topics.bytes();
            long from = System.currentTimeMillis();
            sender.send(begin, warm, warm + counted * EVENTS_A_MINUTE);
            Span span = new Span(topics.bytes() - before, from, System.currentTimeMillis());
            Thread.sleep(SETTLE_MS);
            return span;
        }
    }

    private static FigureSize size(FigureTopics topics, int minutes, Span span) throws InterruptedException {
        Map<Grain, FigureSize.Rows> rows = topics.rows(span::holds);
        double dirty = topics.dirtyShare();
        long all = topics.rows(key -> true).values().stream()
                .mapToLong(FigureSize.Rows::bytes)
                .sum();
        topics.clean();
        int series = Generator.categories().size() * SPLIT * SEGMENTS.size() * CHANNELS;
        return new FigureSize(
                minutes, span.written(), (double) topics.bytes() / all, series, rows, topics.openSegments(), dirty);
    }

    private static void profiles(Cluster cluster, String prefix) {
        String topic = new Topics(prefix).customerProfiles();
        String now = Instant.now().toString();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", cluster.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int number = 0; number < Generator.customers(OPEN); number++) {
                String customer = Generator.customer(number);
                String event = String.format(
                        Locale.ROOT,
                        "{\"specversion\":\"1.0\",\"id\":\"profile-%d\",\"source\":\"crm\",\"type\":\"customer.profile-updated\","
                                + "\"subject\":\"%s\",\"partitionkey\":\"%s\",\"time\":\"%s\",\"data\":%s}",
                        number,
                        customer,
                        customer,
                        now,
                        SEGMENTS.get(number % SEGMENTS.size()));
                var unused = producer.send(new ProducerRecord<>(topic, customer, event));
            }
        }
    }
}
