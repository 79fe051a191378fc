// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Conversations made up by a seed: resolved, abandoned, handed over, reopened, come back, surveyed and reviewed days later. */
final class Made {

    private static final long DAY = 86_400_000L;

    /** One event; its place in the list is its order of arrival. */
    record Event(String id, long at, String type, String conversation, String customer, Map<String, ?> data) {}

    private final Random random;
    private final List<Event> events = new ArrayList<>();
    private String conversation = "";
    private String customer = "";
    private long at;

    private Made(long seed) {
        random = new Random(seed);
    }

    static List<Event> conversations(int count, long seed) {
        Made made = new Made(seed);
        for (int i = 0; i < count; i++) {
            made.conversation = "c-" + i;
            made.customer = "cust-" + i / 2;
            made.at = Story.BEGINNING.toEpochMilli() + made.random.nextInt(3) * DAY + made.random.nextInt(40_000_000);
            made.conversation();
        }
        made.events.sort(Comparator.comparingLong(Event::at));
        return made.events;
    }

    /** As they come over channels that are up to a minute slow, and some of them twice. */
    static List<Event> disturbed(List<Event> events, long seed) {
        Random random = new Random(seed);
        Map<Event, Long> arrival = new IdentityHashMap<>();
        List<Event> all = new ArrayList<>(events);
        events.forEach(event -> arrival.put(event, event.at() + random.nextInt(60_000)));
        all.sort(Comparator.comparingLong(arrival::get));
        for (int again = 0; again < events.size() / 15; again++) {
            int from = random.nextInt(all.size());
            all.add(Math.min(all.size(), from + random.nextInt(50)), all.get(from));
        }
        return all;
    }

    private void conversation() {
        tell(0, "started", Map.of("channel", "chat", "category", random.nextBoolean() ? "how-to" : "password-reset"));
        dialogue();
        boolean escalates = random.nextInt(4) == 0;
        if (escalates) {
            tell(900, "human-requested", Map.of("via", "button"));
            tell(20_000 + random.nextInt(60_000), "agent-joined", Map.of("agentId", "a-1"));
            tell(5_000, "agent-message", Map.of("agentId", "a-1", "text", "I have changed it for you."));
        }
        String by = escalates ? "agent" : "assistant";
        if (random.nextInt(6) == 0) {
            tell(4_000, "closed", Map.of("reason", "abandoned"));
        } else {
            tell(4_000, "resolved", Map.of("by", by));
            if (random.nextInt(4) == 0) {
                tell(3_000_000, "reopened", Map.of());
                dialogue();
                tell(4_000, "resolved", Map.of("by", by));
            }
        }
        afterwards(escalates);
    }

    private void dialogue() {
        int turns = 1 + random.nextInt(3);
        for (int t = 0; t < turns; t++) {
            tell(
                    1_000 + random.nextInt(4_000),
                    "customer-message",
                    Map.of("text", "Question number " + t + " of mine"));
            double confidence = (86 + random.nextInt(14)) / 100.0;
            tell(900, "assistant-reply", Map.of("text", "Answer " + random.nextInt(99_999), "confidence", confidence));
        }
    }

    private void afterwards(boolean escalated) {
        if (random.nextInt(3) == 0) {
            tell(random.nextInt(80_000_000), "survey-answered", Map.of("csat", 3 + random.nextInt(3)));
        }
        if (random.nextInt(5) == 0) {
            tell(50_000, "qa-reviewed", Map.of("reviewer", "r-1", "shouldHaveEscalated", random.nextBoolean()));
        }
        if (escalated && random.nextBoolean()) {
            String verdict = List.of("needed", "not-needed", "too-late").get(random.nextInt(3));
            tell(
                    9_000,
                    "escalation-reviewed",
                    Map.of("escalationId", conversation + "/1", "verdict", verdict, "agentId", "a-1"));
        }
    }

    private void tell(long after, String type, Map<String, ?> data) {
        at += after + 1;
        String id = "e-" + events.size();
        events.add(new Event(id, at, "conversation." + type, conversation, customer, data));
    }
}
