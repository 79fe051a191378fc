// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.child;

import io.baton.bench.idiomatic.ConversationSoFar;
import io.baton.bench.idiomatic.Handover;
import io.baton.event.ConversationEvent;
import io.baton.names.Topics;
import io.baton.serde.Serdes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/**
 * What a good engineer writes in an afternoon: one {@code aggregate()} with the transcript inside the state, a simple rule, and
 * a windowed count by category. A fraction of what the router does (no masking, no text model, no policy, no timers, no
 * outcomes), done the way the framework's guide shows it.
 *
 * <p>It is given every advantage that costs it nothing: generated Avro classes, a light record for the count instead of the
 * whole event, no cache where a cache would swallow hand-overs, and the same tuning of the clients as the router.
 */
public final class Idiomatic {

    /** Where hand-overs go, below the prefix. */
    public static final String HANDOVERS = "bench.handovers";

    /** Where the counts go, below the prefix. */
    public static final String TURNS = "bench.turns";

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofMinutes(10);

    private Idiomatic() {}

    static Topology topology(Topics topics, Map<String, String> settings) {
        StreamsBuilder builder = new StreamsBuilder();
        Serde<String> text = org.apache.kafka.common.serialization.Serdes.String();
        Serde<Long> number = org.apache.kafka.common.serialization.Serdes.Long();

        KStream<String, ConversationSoFar> turns = builder.stream(
                        topics.conversationEvents(),
                        Consumed.with(text, Serdes.value(ConversationEvent.class, settings)))
                .groupByKey()
                .aggregate(
                        () -> ConversationSoFar.newBuilder().build(),
                        (customer, event, sofar) -> SimpleRule.after(sofar, event),
                        Materialized.<String, ConversationSoFar, KeyValueStore<Bytes, byte[]>>as("conversations")
                                .withKeySerde(text)
                                .withValueSerde(Serdes.value(ConversationSoFar.class, settings))
                                .withCachingDisabled())
                .toStream()
                .filter((customer, sofar) -> sofar != null);

        turns.filter((customer, sofar) -> sofar.getJustEscalated())
                .map((customer, sofar) -> KeyValue.pair(customer, handover(customer, sofar)))
                .to(topics.prefix() + HANDOVERS, Produced.with(text, Serdes.value(Handover.class, settings)));

        turns.map((customer, sofar) -> KeyValue.pair(sofar.getCategory(), 1L))
                .groupByKey(Grouped.with("turns", text, number))
                .windowedBy(TimeWindows.ofSizeAndGrace(WINDOW, GRACE))
                .count(Materialized.<String, Long, WindowStore<Bytes, byte[]>>as("turns-a-minute")
                        .withKeySerde(text)
                        .withValueSerde(number))
                .toStream()
                .map((window, count) ->
                        KeyValue.pair(window.key() + "@" + window.window().start(), count))
                .to(topics.prefix() + TURNS, Produced.with(text, number));

        return builder.build();
    }

    /** What is handed over of a conversation. */
    public static Handover handover(String customer, ConversationSoFar sofar) {
        return Handover.newBuilder()
                .setEscalationId(sofar.getConversationId() + "-" + sofar.getEscalations())
                .setConversationId(sofar.getConversationId())
                .setCustomerId(customer)
                .setCategory(sofar.getCategory())
                .setReason(sofar.getReason())
                .setTranscript(sofar.getTranscript())
                .build();
    }
}
