// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts figures from raw events by the definitions in {@code docs/metrics.md} and by nothing of the router: what its windows
 * are compared with. Knows the events of {@link Made}, which hold no text that means anything.
 */
final class Recount {

    private static final long DURABLE = 7 * 86_400_000L;
    private static final double FLOOR = 4.0; // password-reset and how-to of the default policy

    /** Row and figure, such as {@code AUTOMATED|HOUR|<start>|how-to resolved}, to numerator and denominator. */
    final Map<String, double[]> figures = new TreeMap<>();

    private final List<Told> conversations = new ArrayList<>();

    /** One conversation as its events tell it. */
    private static final class Told {
        String id;
        String customer;
        String category;
        long start;
        long end;
        long resolvedFirst;
        boolean open = true;
        boolean resolved;
        boolean assistant;
        boolean human;
        boolean escalated;
        int customerTurns;
        int replies;
        int firstTried = -1;
        double confidence;
        int confidences;
        long waiting;
        long responses;
        int answered;
        long[] clocks = new long[3];
        int holder;
        long since;
        Integer csat;
        Boolean shouldHave;
        String verdict;
        long escalatedAt;
        final List<long[]> takenBack = new ArrayList<>();

        int channel() {
            return human ? (assistant ? 1 : 2) : 0;
        }

        void hold(int next, long at) {
            if (holder >= 0) {
                clocks[holder] += at - since;
            }
            holder = next;
            since = at;
        }
    }

    static Recount of(List<Made.Event> events) {
        Recount recount = new Recount();
        Map<String, List<Made.Event>> byConversation = new LinkedHashMap<>();
        events.stream()
                .sorted(Comparator.comparingLong(Made.Event::at))
                .forEach(event -> byConversation
                        .computeIfAbsent(event.conversation(), id -> new ArrayList<>())
                        .add(event));
        byConversation.values().forEach(recount::read);
        recount.conversations.forEach(recount::count);
        return recount;
    }

    private void read(List<Made.Event> events) {
        Told told = new Told();
        told.id = events.get(0).conversation();
        told.customer = events.get(0).customer();
        events.forEach(event -> read(told, event));
        conversations.add(told);
    }

    private static void read(Told c, Made.Event event) {
        long at = event.at();
        switch (event.type()) {
            case "conversation.started" -> {
                c.start = at;
                c.since = at;
                c.category = (String) event.data().get("category");
            }
            case "conversation.customer-message" -> {
                c.customerTurns++;
                c.waiting = c.waiting == 0 ? at : c.waiting;
            }
            case "conversation.assistant-reply" -> {
                c.assistant = true;
                c.replies++;
                c.confidences++;
                c.confidence += (double) event.data().get("confidence");
                answered(c, at);
            }
            case "conversation.agent-message" -> {
                c.human = true;
                answered(c, at);
            }
            case "conversation.human-requested" -> {
                c.escalated = true;
                c.escalatedAt = at;
                c.firstTried = c.replies;
                c.hold(1, at);
            }
            case "conversation.agent-joined" -> {
                c.human = true;
                c.hold(2, at);
            }
            case "conversation.resolved" -> ended(c, at, true);
            case "conversation.closed" -> ended(c, at, false);
            case "conversation.reopened" -> {
                c.takenBack.add(new long[] {c.end, at, c.channel()});
                c.open = true;
                c.resolved = false;
                c.hold(0, at);
            }
            case "conversation.survey-answered" ->
                c.csat = (Integer) event.data().get("csat");
            case "conversation.qa-reviewed" ->
                c.shouldHave = (Boolean) event.data().get("shouldHaveEscalated");
            case "conversation.escalation-reviewed" ->
                c.verdict = (String) event.data().get("verdict");
            default -> throw new IllegalArgumentException(event.type());
        }
    }

    private static void answered(Told c, long at) {
        if (c.waiting > 0) {
            c.responses += at - c.waiting;
            c.answered++;
            c.waiting = 0;
        }
    }

    private static void ended(Told c, long at, boolean resolved) {
        c.open = false;
        c.resolved = resolved;
        c.end = at;
        c.hold(-1, at);
    }

    private boolean follows(Told later, Told earlier) {
        return !earlier.open
                && later.customer.equals(earlier.customer)
                && later.category.equals(earlier.category)
                && later.start > earlier.end
                && later.start - earlier.end < DURABLE;
    }

    private void count(Told c) {
        add(0, c.start, c, "started", 1, 1);
        add(0, c.start, c, "escalated-share", c.escalated ? 1 : 0, 1);
        if (c.escalated) {
            add(0, c.escalatedAt, c, "escalated", 1, 1);
        }
        if (c.verdict != null) {
            add(0, c.escalatedAt, c, "escalation-precision", c.verdict.equals("not-needed") ? 0 : 1, 1);
        }
        for (long[] taken : c.takenBack) {
            int channel = (int) taken[2];
            add(channel, taken[0], c, "reopened", 1, 1);
            add(channel, taken[0], c, "reopen-rate", 1, 1);
            add(channel, taken[1], c, "comebacks", 1, 1);
            if (channel == 0) {
                add(0, taken[0], c, "missed-escalations", 1, 1);
            }
        }
        if (!c.open) {
            ended(c);
        }
    }

    private void ended(Told c) {
        boolean returned = conversations.stream().anyMatch(other -> other != c && follows(other, c));
        boolean followsUp = conversations.stream().anyMatch(other -> other != c && follows(c, other));
        boolean stands = c.resolved && !returned;
        int channel = c.channel();
        if (stands) {
            add(channel, c.end, c, "resolved", 1, 1);
            add(channel, c.end, c, "durable", 1, 1);
            add(channel, c.end, c, "customer-turns", c.customerTurns, 1);
            add(channel, c.end, c, "time-to-resolution", (c.end - c.start) / 1000.0, 1);
        }
        if (!c.resolved) {
            add(channel, c.end, c, "abandoned", 1, 1);
        }
        if (returned) {
            add(channel, c.end, c, "returned", 1, 1);
        }
        add(channel, c.end, c, "resolution-rate", stands ? 1 : 0, 1);
        boolean alone = channel == 0 && !c.escalated;
        add(0, c.end, c, "containment", alone && !returned ? 1 : 0, 1);
        boolean missed = returned || (c.csat != null && c.csat <= FLOOR) || Boolean.TRUE.equals(c.shouldHave);
        if (c.resolved) {
            boolean first = stands && c.takenBack.isEmpty() && !followsUp;
            add(channel, c.end, c, "first-contact-resolution", first ? 1 : 0, 1);
            add(channel, c.end, c, "reopen-rate", 0, 1);
            if (channel == 0) {
                add(0, c.end, c, "missed-escalations", missed ? 1 : 0, 1);
            }
            if (alone) {
                add(0, c.end, c, "deflection-accuracy", c.takenBack.isEmpty() && !missed ? 1 : 0, 1);
            }
        }
        if (c.csat != null) {
            add(channel, c.end, c, "csat", c.csat, 1);
        }
        String[] clocks = {"assistant-time", "queue-time", "human-time"};
        for (int i = 0; i < clocks.length; i++) {
            add(channel, c.end, c, clocks[i], c.clocks[i] / 1000.0, 1);
        }
        if (c.confidences > 0) {
            add(channel, c.end, c, "confidence", c.confidence, c.confidences);
        }
        if (c.answered > 0) {
            add(channel, c.end, c, "response-time", c.responses / 1000.0, c.answered);
        }
        if (c.firstTried >= 0) {
            add(channel, c.end, c, "immediate-escalation", c.firstTried <= 1 ? 1 : 0, 1);
        }
    }

    private void add(int channel, long at, Told c, String figure, double numerator, double denominator) {
        String[] channels = {"AUTOMATED", "ASSISTED", "HUMAN"};
        Map<String, Long> grains = Map.of("MINUTE", 60_000L, "HOUR", 3_600_000L, "DAY", 86_400_000L);
        grains.forEach((grain, length) -> {
            String row = channels[channel] + "|" + grain + "|" + at / length * length + "|" + c.category + " " + figure;
            double[] sums = figures.computeIfAbsent(row, key -> new double[2]);
            sums[0] += numerator;
            sums[1] += denominator;
        });
    }
}
