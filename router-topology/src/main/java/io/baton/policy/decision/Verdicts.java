// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.decision;

import io.baton.policy.condition.Facts;
import io.baton.policy.ruleset.EscalationRule;
import io.baton.policy.ruleset.HardTrigger;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Weighing;
import io.baton.state.ConversationState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the evidence of a conversation calls for a human.
 *
 * <p>One hard reason suffices. Otherwise enough signals must align within a window and their weighted score must reach
 * the threshold of the customer's segment, so that no single soft signal ever escalates by itself (T19). Below that there
 * is a level at which a human checks the answers; it has hysteresis, so that a score near the level does not switch the
 * check on and off at every turn (T22).
 *
 * <p>Immutable and thread-safe; one instance a ruleset.
 */
public final class Verdicts {

    private static final String NONE = "none";

    private final Ruleset rules;
    private final Flips flips;

    public Verdicts(Ruleset rules) {
        this.rules = rules;
        this.flips = new Flips(rules);
    }

    /**
     * The verdict at one moment. Changes nothing.
     *
     * @param s the conversation; its {@code reviewByScore} says on which side of the hysteresis it is
     * @param at time of the event or timer that is decided on, epoch milliseconds
     */
    public Verdict of(ConversationState s, Weighing w, long at) {
        Grounds grounds = grounds(s, w, at);
        double score = grounds.score();
        int aligned = grounds.aligned();
        String rule = rule(grounds, grounds.soft(aligned, score));
        return new Verdict(
                !rule.equals(NONE),
                review(s, score, grounds.threshold()),
                rule,
                score,
                grounds.threshold(),
                aligned,
                grounds.required(),
                w.readings(),
                new Answer(grounds, Place.of(s, at), flips));
    }

    /** Holds on to what does not change any more, never to the state. */
    private record Answer(Grounds grounds, Place place, Flips flips) implements Why {

        @Override
        public String explanation() {
            return Wording.explanation(grounds);
        }

        @Override
        public @Nullable Turnaround flip() {
            return grounds.escalate() ? flips.ofYes(grounds) : flips.ofNo(grounds, place);
        }
    }

    Grounds grounds(ConversationState s, Weighing w, long at) {
        SegmentRule segment = rules.segment(s.getCustomer().getSegment());
        EscalationRule escalation = rules.escalation();
        return new Grounds(
                w.readings(),
                rules.hardTriggers().isEmpty() ? List.of() : holding(new Facts(s.getCustomer(), s, at)),
                segment.scoreThreshold(),
                segment.aligned(),
                escalation.among(),
                escalation.windowMillis());
    }

    private List<HardTrigger> holding(Facts facts) {
        List<HardTrigger> holding = List.of();
        for (int i = 0; i < rules.hardTriggers().size(); i++) {
            HardTrigger trigger = rules.hardTriggers().get(i);
            if (trigger.when().holds(facts)) {
                holding = holding.isEmpty() ? new ArrayList<>() : holding;
                holding.add(trigger);
            }
        }
        return holding;
    }

    private boolean review(ConversationState s, double score, double threshold) {
        EscalationRule escalation = rules.escalation();
        if (escalation.reviewShare() <= 0) {
            return false;
        }
        double from = escalation.reviewShare() * threshold;
        double until = from - escalation.hysteresis() * threshold;
        return Grounds.reaches(score, s.getReviewByScore() ? until : from) && score > 0;
    }

    /** The rule that calls for a human, or {@link #NONE}: one that is hard first, then the score. */
    private static String rule(Grounds grounds, boolean soft) {
        Reading leading = grounds.leading();
        if (leading != null) {
            return "hard:" + leading.signal().id();
        }
        if (!grounds.triggers().isEmpty()) {
            return "hard:" + grounds.triggers().get(0).id();
        }
        return soft ? "score" : NONE;
    }
}
