// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * As little as a packed store needs around it. A record {@code id size} is one turn more of that conversation, with an entry of
 * so many bytes; it comes out as {@code id:turns}, unless the id begins with {@code silent}. {@code commit} asks for a commit; {@code throw} and {@code corrupt} fail
 * once.
 */
final class ContractTopology {

    static final String STORE = "kept";

    private final String application;
    private final String bootstrap;
    private final AtomicInteger failures = new AtomicInteger();
    /** What each task found in its store when it began: turns by conversation. */
    final List<Map<String, Long>> found = new CopyOnWriteArrayList<>();

    ContractTopology(String application, String bootstrap) {
        this.application = application;
        this.bootstrap = bootstrap;
    }

    String in() {
        return application + "-in";
    }

    String out() {
        return application + "-out";
    }

    String changelog() {
        return application + "-" + STORE + "-changelog";
    }

    KafkaStreams start(Path state, int standbys) {
        return start(state, standbys, StateBudget.unlimited());
    }

    KafkaStreams start(Path state, int standbys, StateBudget budget) {
        Topology topology = new Topology()
                .addSource("read", new StringDeserializer(), new StringDeserializer(), in())
                .addProcessor("keep", Keeping::new, "read")
                .addStateStore(new PackedStoreBuilder(STORE, new TestCodec()), "keep")
                .addSink("write", out(), new StringSerializer(), new StringSerializer(), "keep");
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "application.id",
                application,
                "bootstrap.servers",
                bootstrap,
                "processing.guarantee",
                "exactly_once_v2",
                "commit.interval.ms",
                600_000,
                "num.stream.threads",
                1,
                "num.standby.replicas",
                standbys,
                "replication.factor",
                1,
                "state.dir",
                state.toString(),
                "producer.transaction.timeout.ms",
                900_000));
        settings.put(StateBudget.SETTING, budget);
        settings.put("session.timeout.ms", 6_000);
        settings.put("heartbeat.interval.ms", 500);
        settings.put("auto.offset.reset", "earliest");
        KafkaStreams streams = new KafkaStreams(topology, settings);
        streams.setUncaughtExceptionHandler(cause -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
        return streams;
    }

    static Map<String, Long> turns(List<Kept> all) {
        Map<String, Long> turns = new TreeMap<>();
        all.forEach(kept -> turns.put(kept.id(), new TestCodec().timerAt(kept.image())));
        return turns;
    }

    private final class Keeping implements Processor<String, String, String, String> {

        private ProcessorContext<String, String> context;
        private PackedStore store;

        @Override
        public void init(ProcessorContext<String, String> given) {
            context = given;
            store = given.getStateStore(STORE);
            found.add(turns(store.all()));
        }

        @Override
        public void process(Record<String, String> record) {
            switch (record.value()) {
                case "commit" -> context.commit();
                case "throw" -> failOnce(new IllegalStateException("as told"));
                case "corrupt" -> failOnce(new TaskCorruptedException(Set.of(context.taskId())));
                default -> turn(record);
            }
        }

        private void failOnce(RuntimeException failure) {
            if (failures.getAndIncrement() == 0) {
                throw failure;
            }
        }

        private void turn(Record<String, String> record) {
            String[] words = record.value().split(" ");
            byte[] entry = new byte[Integer.parseInt(words[1])];
            Kept kept = store.find("customer", words[0]);
            long turns = kept == null ? 1 : new TestCodec().timerAt(kept.image()) + 1;
            byte[] image = TestCodec.image(turns, new byte[0]);
            if (kept == null) {
                store.begin("customer", words[0], image, entry);
            } else {
                store.turn(kept, image, TestCodec.delta(kept.image(), image), entry);
            }
            if (!words[0].startsWith("silent")) {
                context.forward(record.withValue(words[0] + ":" + turns));
            }
        }
    }
}
