// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.Command;
import io.baton.policy.decision.Verdict;
import io.baton.policy.signal.Signal;
import io.baton.state.ConversationState;
import io.baton.state.SignalMemory;
import org.jspecify.annotations.Nullable;

/** Writes decisions down. By the time they are written, the state has been changed. */
final class Rulings {

    private Rulings() {}

    /** A human must take over. The assistant is silenced even where it should be silent: once too often does no harm. */
    static Ruling escalation(ConversationState s, Standing before, long at, String id, Cause cause, Verdict verdict) {
        String reason = cause.news().isEmpty() ? null : cause.before(verdict.explanation());
        return ruling(s, before, at, id, true, verdict.rule(), reason, Command.SILENCE, verdict);
    }

    /** A rule of ownership has changed the holder. */
    static Ruling by(
            Because because,
            ConversationState s,
            Standing before,
            long at,
            String id,
            @Nullable Command command,
            Verdict verdict) {
        return ruling(s, before, at, id, false, because.rule(), because.explanation(), command, verdict);
    }

    /** The evidence was weighed, and the assistant keeps it: on another path, or with nothing changed. */
    static Ruling weighed(
            ConversationState s,
            Standing before,
            long at,
            String id,
            Cause cause,
            Tiering.Level level,
            Verdict verdict) {
        Standing after = Standing.of(s);
        if (cause.because() != null) {
            return by(cause.because(), s, before, at, id, welcomeBack(s), verdict);
        }
        if (after.equals(before)) {
            return ruling(s, before, at, id, false, "none", null, null, verdict);
        }
        Command command = before.commandTo(after);
        String rule = rule(s, before, level);
        return ruling(s, before, at, id, false, rule, cause.before(explanation(rule, s)), command, verdict);
    }

    /** What the assistant may do in a new episode. On tier 3 it may draft until the customer writes again. */
    static Command welcomeBack(ConversationState s) {
        if (Tiering.refused(s)) {
            return Command.SILENCE;
        }
        Command mode = Standing.of(s).mode();
        return mode == Command.RESUME ? Command.RESUME : Command.DRAFT_ONLY;
    }

    /** Name of the time-based signal that has spoken last. */
    static String clock(ConversationState s) {
        String name = "evidence";
        long latest = Long.MIN_VALUE;
        for (SignalMemory memory : s.getSignals()) {
            Signal signal = Signal.at(memory.getSignal());
            boolean timed = signal == Signal.TOO_LONG || signal == Signal.UNANSWERED;
            if (timed && memory.getAt() > latest) {
                latest = memory.getAt();
                name = signal.id();
            }
        }
        return name;
    }

    private static String rule(ConversationState s, Standing before, Tiering.Level level) {
        if (Tiering.refused(s)) {
            return "no-consent";
        }
        if (before.owner() == null || s.getTier() > before.tier()) {
            return level.rule();
        }
        if (s.getTier() < before.tier()) {
            return "segment-tier";
        }
        return s.getReviewByScore() ? "review" : "review-ended";
    }

    private static String explanation(String rule, ConversationState s) {
        String why = switch (rule) {
            case "no-consent" -> "The customer has not consented to automation.";
            case "review" -> "The evidence is not enough for a human to take over, but enough for one to check.";
            case "review-ended" -> "The evidence has faded.";
            case "matrix" -> "Complexity and emotional intensity ask for tier " + s.getTier() + ".";
            case "segment-tier" -> "Customers of this segment are on tier " + s.getTier() + " or higher.";
            case "category-mode" -> "The category's way of working asks for tier " + s.getTier() + ".";
            default -> "The category is on tier " + s.getTier() + ".";
        };
        return why + " "
                + switch (s.getPath()) {
                    case AUTOMATED -> "The assistant answers.";
                    case ASSISTED -> "The assistant drafts and a human sends.";
                    case HUMAN -> "The assistant is silent, and a human takes over when the customer writes.";
                };
    }

    private static Ruling ruling(
            ConversationState s,
            Standing before,
            long at,
            String id,
            boolean escalate,
            String rule,
            @Nullable String reason,
            @Nullable Command command,
            Verdict verdict) {
        boolean changed = !Standing.of(s).equals(before);
        return new Ruling(
                at,
                id,
                s.getEpisode(),
                before.owner(),
                s.getOwner(),
                s.getPath(),
                s.getTier(),
                changed,
                escalate,
                rule,
                reason,
                command,
                verdict);
    }
}
