// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.EscalationRaised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The same events in another order, twice or late, lead to the same decisions. */
class DisorderStoryTest {

    @Test
    void shuffledAndDoubledEventsEscalateTheSameConversationsOnce() {
        List<String> events = conversations(60);
        TreeMap<String, String> ordered = escalated(events);

        for (long seed = 1; seed <= 3; seed++) {
            assertThat(escalated(disturbed(events, new Random(seed)))).isEqualTo(ordered);
        }
        assertThat(ordered).isNotEmpty().hasSizeLessThan(60);
    }

    /** Conversation to the event that triggered its escalation; fails where a conversation has two. */
    private static TreeMap<String, String> escalated(List<String> events) {
        try (Story story = new Story()) {
            events.forEach(event -> story.send(story.topics.conversationEvents(), event));
            List<EscalationRaised> packets = story.escalations();
            assertThat(new TreeSet<>(packets.stream()
                            .map(EscalationRaised::getEscalationId)
                            .toList()))
                    .hasSameSizeAs(packets);
            TreeMap<String, String> found = new TreeMap<>();
            packets.forEach(packet -> found.put(packet.getEscalationId(), packet.getQueue()));
            return found;
        }
    }

    private static List<String> disturbed(List<String> events, Random random) {
        List<String> all = new ArrayList<>();
        for (String event : events) {
            all.add(event);
            if (random.nextInt(20) == 0) {
                all.add(event);
            }
        }
        for (int from = 0; from < all.size(); from += 10) {
            Collections.shuffle(all.subList(from, Math.min(all.size(), from + 10)), random);
        }
        return all;
    }

    private static List<String> conversations(int count) {
        Random random = new Random(42);
        TreeMap<Instant, String> byTime = new TreeMap<>();
        for (int c = 0; c < count; c++) {
            Instant at = Story.BEGINNING.plusMillis(c * 900L);
            String id = "c-" + c;
            put(byTime, at, id, "conversation.started", Map.of("channel", "chat", "category", "how-to"));
            int turns = 2 + random.nextInt(4);
            for (int t = 0; t < turns; t++) {
                at = at.plusMillis(3_000 + random.nextInt(4_000));
                put(byTime, at, id, "conversation.customer-message", Map.of("text", "Question number " + t));
                at = at.plusMillis(2_000 + random.nextInt(1_000));
                put(byTime, at, id, "conversation.assistant-reply", Map.of("text", "Answer " + t, "confidence", 0.95));
            }
            at = at.plusMillis(4_000);
            if (c % 3 == 0) {
                put(byTime, at, id, "conversation.human-requested", Map.of("via", "button"));
            } else {
                put(byTime, at, id, "conversation.resolved", Map.of("by", "assistant"));
            }
        }
        return new ArrayList<>(byTime.values());
    }

    private static void put(TreeMap<Instant, String> all, Instant at, String id, String type, Map<String, ?> data) {
        while (all.containsKey(at)) {
            at = at.plusMillis(1);
        }
        all.put(at, Story.event(id + "-" + all.size(), type, id, "cust-" + id, at, data));
    }
}
