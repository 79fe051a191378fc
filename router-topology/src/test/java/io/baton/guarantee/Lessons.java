// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import io.baton.names.Topics;
import io.baton.story.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Conversations that a router learns from, one after the other until it is told to stop: a content survey, a corrected reply, an
 * escalation that was needed, one that was missed. Five seconds of events' time lie between them.
 */
final class Lessons implements AutoCloseable {

    private static final long PAUSE_MILLIS = 150;

    private final String bootstrap;
    private final String topic;
    private final Instant base = Instant.now().minusSeconds(20 * 60);
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final Thread producing = new Thread(this::run, "lessons");
    private volatile boolean enough;

    Lessons(String bootstrap, Topics topics) {
        this.bootstrap = bootstrap;
        this.topic = topics.conversationEvents();
        producing.start();
    }

    /** Lets the conversation that has begun come to its end, and says which events there were. */
    List<String> stop() throws InterruptedException {
        enough = true;
        producing.join();
        return List.copyOf(sent);
    }

    private void run() {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
            for (int number = 0; !enough; number++) {
                for (String event : conversation(number)) {
                    producer.send(new ProducerRecord<>(topic, "cust-" + number, event));
                    sent.add(event);
                }
                producer.flush();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> conversation(int number) {
        List<String> events = new ArrayList<>();
        tell(events, number, "conversation.started", Map.of("channel", "chat", "category", "how-to"));
        switch (number % 4) {
            case 0 -> {
                says(events, number, "Where is the export?");
                says(events, number, "found it, merci");
                tell(events, number, "conversation.resolved", Map.of("by", "assistant"));
                tell(events, number, "conversation.survey-answered", Map.of("csat", 5));
            }
            case 1 -> {
                tell(events, number, "conversation.assistant-reply", Map.of("text", "Press it.", "confidence", 0.95));
                says(events, number, "there is no red button on that page");
                Map<String, Object> wrong = Map.of("replyId", id(number, 1), "reason", "inaccurate", "agentId", "a-1");
                tell(events, number, "conversation.reply-corrected", wrong);
            }
            case 2 -> {
                says(events, number, "there is no button on that page");
                tell(events, number, "conversation.human-requested", Map.of("via", "button"));
                Map<String, Object> needed =
                        Map.of("escalationId", "c-" + number + "/1", "verdict", "needed", "agentId", "a-1");
                tell(events, number, "conversation.escalation-reviewed", needed);
            }
            default -> {
                says(events, number, "How do I rename a board?");
                says(events, number, "and the colour of it?");
                tell(
                        events,
                        number,
                        "conversation.qa-reviewed",
                        Map.of("shouldHaveEscalated", false, "reviewer", "r-1"));
            }
        }
        return events;
    }

    private void says(List<String> events, int number, String text) {
        tell(events, number, "conversation.customer-message", Map.of("text", text));
    }

    private void tell(List<String> events, int number, String type, Map<String, ?> data) {
        Instant at = base.plusSeconds(5L * number).plusMillis(100L * events.size());
        events.add(Story.event(id(number, events.size()), type, "c-" + number, "cust-" + number, at, data));
    }

    private static String id(int number, int event) {
        return "c-" + number + "-" + event;
    }

    @Override
    public void close() throws InterruptedException {
        producing.interrupt();
        producing.join();
    }
}
