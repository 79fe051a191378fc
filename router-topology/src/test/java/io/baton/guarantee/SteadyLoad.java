// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import io.baton.names.Topics;
import io.baton.story.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Conversations without end, 25 at a time, until it is told to stop: three exchanges each, then every third asks for a human
 * and the others are resolved. About 170 events a second.
 */
final class SteadyLoad implements AutoCloseable {

    private static final int AT_A_TIME = 25;
    private static final int STEPS = 8;
    private static final long PAUSE_MILLIS = 150;

    private final String bootstrap;
    private final Topics topics;
    private final IntFunction<Instant> times;
    private final long pauseMillis;
    private final int most;
    private final Thread producing = new Thread(this::run, "load");
    private volatile boolean enough;
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private int conversations;

    SteadyLoad(String bootstrap, Topics topics) {
        this(bootstrap, topics, step -> Instant.now(), PAUSE_MILLIS, Integer.MAX_VALUE);
    }

    /**
     * @param times when each step of a conversation is, so that the same load can be made again
     * @param pauseMillis between two steps of those that go on at a time; 150 gives about 170 events a second
     * @param most conversations after which it stops by itself
     */
    SteadyLoad(String bootstrap, Topics topics, IntFunction<Instant> times, long pauseMillis, int most) {
        this.bootstrap = bootstrap;
        this.topics = topics;
        this.times = times;
        this.pauseMillis = pauseMillis;
        this.most = most;
        producing.start();
    }

    /** Waits until it has stopped by itself. */
    void awaitEnd() throws InterruptedException {
        producing.join();
    }

    /** Lets those that have begun come to their end. */
    void stop() throws InterruptedException {
        enough = true;
        producing.join();
    }

    int conversations() {
        return conversations;
    }

    /** All that was sent, one event a line. */
    List<String> events() {
        return List.copyOf(events);
    }

    Set<String> asked() {
        return every(c -> c % 3 == 0);
    }

    Set<String> resolved() {
        return every(c -> c % 3 != 0);
    }

    private Set<String> every(java.util.function.IntPredicate which) {
        Set<String> ids = new TreeSet<>();
        for (int c = 0; c < conversations; c++) {
            if (which.test(c)) {
                ids.add("conv-" + c);
            }
        }
        return ids;
    }

    private void run() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "linger.ms", 5);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            while (!enough && conversations < most) {
                for (int step = 0; step < STEPS; step++) {
                    for (int c = conversations; c < conversations + AT_A_TIME; c++) {
                        send(producer, c, step);
                    }
                    producer.flush();
                    Thread.sleep(pauseMillis);
                }
                conversations += AT_A_TIME;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(KafkaProducer<String, String> producer, int c, int step) {
        String id = "conv-" + c;
        String customer = "cust-" + c;
        String type = "conversation.assistant-reply";
        Map<String, Object> data = new HashMap<>(Map.of("text", "Answer " + step, "confidence", 0.95));
        if (step == 0) {
            type = "conversation.started";
            data = Map.of("channel", "chat", "category", "how-to");
        } else if (step == STEPS - 1) {
            type = c % 3 == 0 ? "conversation.human-requested" : "conversation.resolved";
            data = c % 3 == 0 ? Map.of("via", "button") : Map.of("by", "assistant");
        } else if (step % 2 == 1) {
            type = "conversation.customer-message";
            data = Map.of("text", "Question " + step);
        }
        String event = Story.event(id + "-" + step, type, id, customer, times.apply(step), data);
        events.add(event);
        producer.send(new ProducerRecord<>(topics.conversationEvents(), customer, event));
    }

    @Override
    public void close() throws InterruptedException {
        producing.interrupt();
        producing.join();
    }
}
