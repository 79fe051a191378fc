// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.AssistantReply;
import io.baton.event.Attempt;
import io.baton.event.Speaker;
import io.baton.policy.packet.Dialogue.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the assistant has tried, and what the customer says to have tried, so that nobody suggests it again (H03, T28).
 *
 * <p>A greeting before the customer has said anything is no attempt, nor is a draft that nobody sent.
 */
final class Attempts {

    /** The latest are kept: what was tried last is what the customer remembers. */
    static final int MAX = 50;

    /** Action of what the customer has tried without us; the text says what it was. */
    static final String REPORTED = "reported-by-customer";

    /** Action of a reply that names none. */
    private static final String ANSWER = "answer";

    /** Characters of what was suggested. */
    private static final int MAX_TEXT = 300;

    private Attempts() {}

    static List<Attempt> of(Case c) {
        Dialogue dialogue = c.dialogue();
        List<Attempt> attempts = new ArrayList<>();
        Set<String> tried = new HashSet<>();
        long answeredUntil = lastWord(dialogue);
        boolean asked = false;
        for (Line line : dialogue.lines()) {
            asked |= line.speaker() == Speaker.CUSTOMER;
            AssistantReply reply = line.reply();
            if (asked && reply != null && reached(dialogue, line)) {
                attempts.add(attempt(dialogue, line, reply, tried, answeredUntil));
            } else if (line.message() != null && c.scorer().score(line.text()).alreadyTried()) {
                attempts.add(reported(line));
            }
        }
        int surplus = Math.max(0, attempts.size() - MAX);
        return new ArrayList<>(attempts.subList(surplus, attempts.size()));
    }

    private static boolean reached(Dialogue dialogue, Line line) {
        return !line.draft() || dialogue.sent().contains(line.eventId());
    }

    private static Attempt attempt(
            Dialogue dialogue, Line line, AssistantReply reply, Set<String> tried, long answeredUntil) {
        String action = reply.getAction();
        boolean again = action != null && !tried.add(action);
        return Attempt.newBuilder()
                .setTurn(line.turn())
                .setAt(Instant.ofEpochMilli(line.at()))
                .setBy(Speaker.ASSISTANT)
                .setAction(action == null ? ANSWER : action)
                .setText(Excerpt.of(line.text(), MAX_TEXT))
                .setOutcome(outcome(dialogue, line, reply, again, answeredUntil))
                .setConfidence(reply.getConfidence())
                .build();
    }

    private static Attempt reported(Line line) {
        return Attempt.newBuilder()
                .setTurn(line.turn())
                .setAt(Instant.ofEpochMilli(line.at()))
                .setBy(Speaker.CUSTOMER)
                .setAction(REPORTED)
                .setText(Excerpt.of(line.text(), MAX_TEXT))
                .setOutcome("not-solved")
                .build();
    }

    private static String outcome(
            Dialogue dialogue, Line line, AssistantReply reply, boolean again, long answeredUntil) {
        if (dialogue.corrected().contains(line.eventId())) {
            return "corrected";
        }
        if (Boolean.TRUE.equals(reply.getClarification())) {
            return "clarification";
        }
        if (again) {
            return "repeated";
        }
        return line.turn() < answeredUntil || line.at() <= dialogue.askedAt() ? "not-solved" : "unknown";
    }

    /** Turn of the last thing the customer said: what was suggested before it did not end the matter. */
    private static long lastWord(Dialogue dialogue) {
        long last = 0;
        for (Line line : dialogue.lines()) {
            last = line.speaker() == Speaker.CUSTOMER ? line.turn() : last;
        }
        return last;
    }

    /** Actions that the assistant suggested, in the order of their first suggestion. */
    static List<String> actions(List<Attempt> attempts) {
        Set<String> actions = new LinkedHashSet<>();
        for (Attempt attempt : attempts) {
            if (attempt.getBy() == Speaker.ASSISTANT && !attempt.getAction().equals(ANSWER)) {
                actions.add(attempt.getAction());
            }
        }
        return List.copyOf(actions);
    }

    /** How many of them the assistant made. */
    static int byAssistant(List<Attempt> attempts) {
        int count = 0;
        for (Attempt attempt : attempts) {
            count += attempt.getBy() == Speaker.ASSISTANT ? 1 : 0;
        }
        return count;
    }

    /** How often an action was suggested. */
    static int count(List<Attempt> attempts, String action) {
        int count = 0;
        for (Attempt attempt : attempts) {
            count += attempt.getAction().equals(action) ? 1 : 0;
        }
        return count;
    }
}
