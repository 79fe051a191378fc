// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.child;

import io.baton.names.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;

/** An alternative to the router over the same events. Arguments are {@code name=value}: Kafka's own and two of the bench. */
final class StreamsChild {

    /** Prefix of the topics. */
    static final String PREFIX = "bench.prefix";

    /** Where the pass-through writes, below the prefix. */
    static final String PASSED = "bench.passed";

    private StreamsChild() {}

    static void run(String kind, String[] args) throws InterruptedException {
        Map<String, String> settings = settings(args);
        Properties properties = new Properties();
        properties.putAll(settings);
        KafkaStreams streams = new KafkaStreams(topology(kind, settings), properties);
        CountDownLatch ended = new CountDownLatch(1);
        streams.setUncaughtExceptionHandler(failure -> {
            failure.printStackTrace();
            ended.countDown();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "bench-close"));
        streams.start();
        ended.await();
        Runtime.getRuntime().halt(1);
    }

    static Map<String, String> settings(String[] args) {
        Map<String, String> settings = new HashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            settings.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        return settings;
    }

    private static Topology topology(String kind, Map<String, String> settings) {
        Topics topics = new Topics(settings.getOrDefault(PREFIX, ""));
        return switch (kind) {
            case "floor" -> floor(topics);
            case "passthrough" -> passThrough(topics);
            case "idiomatic" -> Idiomatic.topology(topics, settings);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** The framework without a sink: what no application on it can be below. */
    private static Topology floor(Topics topics) {
        StreamsBuilder builder = new StreamsBuilder();
        read(builder, topics).foreach((key, value) -> {});
        return builder.build();
    }

    /** Bytes in, bytes out: nothing decoded, nothing decided, nothing kept. */
    private static Topology passThrough(Topics topics) {
        StreamsBuilder builder = new StreamsBuilder();
        read(builder, topics).to(topics.prefix() + PASSED, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        return builder.build();
    }

    private static KStream<byte[], byte[]> read(StreamsBuilder builder, Topics topics) {
        return builder.stream(topics.conversationEvents(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()));
    }
}
