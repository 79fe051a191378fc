// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.story.Story;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an ordinary turn costs where much is known of the customer (a whole profile, twenty earlier contacts, twelve of them in the
 * last week and each about something else) and where nothing is: processor time of the thread through the whole topology in
 * Kafka's test driver, packed layout, default policy. Both are measured in one process, block by block in turn, so that
 * neither profits from code that was compiled for it alone or from a quieter machine.
 */
public final class JourneyBench {

    private static final int CUSTOMERS = 100;
    private static final int TURNS = 12;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 81;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> LAST_WEEK = List.of(
            "password-reset",
            "how-to",
            "billing-question",
            "sync-error",
            "integration-setup",
            "data-export",
            "plan-change",
            "feature-request",
            "onboarding",
            "outage-report",
            "other",
            "refund-request");

    private final Story story = new Story();
    private int events;

    private JourneyBench() {}

    public static void main(String[] args) {
        JourneyBench bench = new JourneyBench();
        bench.run();
        bench.story.close();
    }

    private void run() {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            history("known-" + customer);
        }
        double[] ratios = new double[ROUNDS];
        double[] known = new double[ROUNDS];
        double[] unknown = new double[ROUNDS];
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            boolean first = round % 2 == 0;
            double one = block(first ? "known-" : "unknown-", round);
            double other = block(first ? "unknown-" : "known-", round);
            if (round >= WARM_UP) {
                known[round - WARM_UP] = first ? one : other;
                unknown[round - WARM_UP] = first ? other : one;
                ratios[round - WARM_UP] = known[round - WARM_UP] / unknown[round - WARM_UP];
            }
        }
        say("known    ", known, "us a turn");
        say("unknown  ", unknown, "us a turn");
        say("ratio    ", ratios, "");
    }

    private static void say(String what, double[] values, String unit) {
        Arrays.sort(values);
        System.out.printf(
                Locale.ROOT,
                "%s %.3f (half of the rounds %.3f to %.3f) %s%n",
                what,
                values[values.length / 2],
                values[values.length / 4],
                values[values.length * 3 / 4],
                unit);
    }

    private void history(String customer) {
        Map<String, ?> profile = Map.of(
                "plan",
                "team",
                "annualValue",
                5_000,
                "lifecycle",
                "active",
                "health",
                80,
                "usageChange",
                0.05,
                "customerSince",
                "2024-01-01",
                "renewalOn",
                "2026-11-01",
                "accountId",
                "acc-" + customer);
        event(story.topics.customerProfiles(), "customer.profile-updated", customer, customer, story.now(), profile);
        for (int i = 0; i < 20; i++) {
            String category = LAST_WEEK.get(i % LAST_WEEK.size());
            Duration ago = i < LAST_WEEK.size() ? Duration.ofHours(10 + 12L * i) : Duration.ofDays(i);
            Instant at = story.now().minus(ago);
            String id = customer + "-before-" + i;
            say("conversation.started", id, customer, at, Map.of("channel", "email", "category", category));
            say("conversation.resolved", id, customer, at.plusSeconds(60), Map.of("by", "agent"));
        }
    }

    /** Microseconds of processor time a turn; beginnings and ends are not in it. */
    private double block(String prefix, int round) {
        Map<String, ?> start = Map.of("channel", "email", "category", "unknown-issue-" + round);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            say("conversation.started", prefix + customer + "-" + round, prefix + customer, story.now(), start);
        }
        long began = THREADS.getCurrentThreadCpuTime();
        for (int turn = 0; turn < TURNS; turn++) {
            Instant at = story.now().plusMillis(1 + turn);
            boolean customers = turn % 2 == 0;
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                say(
                        customers ? "conversation.customer-message" : "conversation.assistant-reply",
                        prefix + customer + "-" + round,
                        prefix + customer,
                        at,
                        customers
                                ? Map.of("text", "Where do I find the list of boards, remark " + turn, "sentiment", 0.1)
                                : Map.of("text", "On the left, under your name, answer " + turn, "confidence", 0.95));
            }
        }
        double micros = (THREADS.getCurrentThreadCpuTime() - began) / 1_000.0 / (TURNS * CUSTOMERS);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String id = prefix + customer + "-" + round;
            say("conversation.resolved", id, prefix + customer, story.now().plusMillis(50), Map.of("by", "agent"));
        }
        story.jump(3_600);
        story.drain();
        return micros;
    }

    private void say(String type, String conversation, String customer, Instant at, Map<String, ?> data) {
        event(story.topics.conversationEvents(), type, conversation, customer, at, data);
    }

    private void event(String topic, String type, String subject, String key, Instant at, Map<String, ?> data) {
        story.send(topic, Story.event("b-" + ++events, type, subject, key, at, data));
    }
}
