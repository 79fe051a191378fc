// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.policy.condition.Facts;
import io.baton.policy.decision.Verdict;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.CriterionRule;
import io.baton.policy.ruleset.EscalationRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.state.ConversationState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tier of a conversation, and what follows from it for path and owner (R01, R02, R03, R07, R17, R19).
 *
 * <p>The highest tier that any criterion asks for is taken: when in doubt, tier up (T26). Enforced here, in the one place
 * that sets owner and path, and not by key words (R06).
 */
final class Tiering {

    static final int HUMAN_ONLY = 3;

    /** Before the id of a criterion of the policy where it names the rule of a decision. */
    static final String CRITERION = "criterion:";

    private static final int REVIEWED = 2;

    private static final Set<Signal> OF_THE_ISSUE = EnumSet.of(
            Signal.AMOUNT_AT_STAKE,
            Signal.DISPUTED_CHARGE,
            Signal.DISTRESS,
            Signal.HIGH_STAKES,
            Signal.LEGAL_QUESTION,
            Signal.NO_CONSENT,
            Signal.HUMAN_ONLY);

    private final Ruleset rules;

    Tiering(Ruleset rules) {
        this.rules = rules;
    }

    /** A tier, 1 to 3, and the criterion that asks for it, with its words where it is one of the policy. */
    record Level(int tier, String rule, String text) {

        /** The first criterion that asks for the highest tier is the one that is named. */
        Level or(int other, String otherRule) {
            return other > tier ? new Level(other, otherRule, "") : this;
        }
    }

    /** What category, matrix, mode, segment and the criteria of the policy ask for now. */
    Level of(ConversationState s) {
        CategoryRule category = rules.category(s.getCategory());
        Level level = new Level(category.tier(), "category-tier", "")
                .or(mode(category.mode()), "category-mode")
                .or(matrix(category, s.getFigures().getIntensity()), "matrix")
                .or(rules.segment(s.getCustomer().getSegment()).minTier(), "segment-tier");
        CriterionRule criterion = highest(level.tier(), s);
        return criterion == null ? level : new Level(criterion.tier(), CRITERION + criterion.id(), criterion.text());
    }

    /** The tier that they ask for, without the reason. */
    int tier(ConversationState s) {
        CategoryRule category = rules.category(s.getCategory());
        int tier = Math.max(category.tier(), mode(category.mode()));
        tier = Math.max(tier, matrix(category, s.getFigures().getIntensity()));
        tier = Math.max(tier, rules.segment(s.getCustomer().getSegment()).minTier());
        CriterionRule criterion = tier < HUMAN_ONLY ? highest(tier, s) : null;
        return criterion == null ? tier : criterion.tier();
    }

    /** The first criterion of the policy that asks for the highest tier; null where none asks for more than this one. */
    private @Nullable CriterionRule highest(int tier, ConversationState s) {
        List<CriterionRule> criteria = rules.escalation().criteria();
        CriterionRule highest = null;
        Facts facts = null;
        for (int i = 0; i < criteria.size(); i++) {
            CriterionRule criterion = criteria.get(i);
            if (criterion.tier() > (highest == null ? tier : highest.tier())) {
                facts = facts == null ? new Facts(s.getCustomer(), s, s.getLastAt()) : facts;
                highest = criterion.when().holds(facts) ? criterion : highest;
            }
        }
        return highest;
    }

    /**
     * The tier after what is known of the customer has changed: what only the segment before asked for is no longer asked
     * (S08), what the issue asks for stands. Never lower than what is asked now.
     */
    int afterMove(ConversationState s, String segmentBefore) {
        int now = tier(s);
        boolean onlyBySegment = s.getTier() <= rules.segment(segmentBefore).minTier();
        return onlyBySegment ? now : Math.max(s.getTier(), now);
    }

    /** A customer's move from one segment to another in a sentence; empty where there was none. */
    String move(String segmentBefore, ConversationState s) {
        String segment = s.getCustomer().getSegment();
        return segment.equals(segmentBefore)
                ? ""
                : "The customer has moved from the segment "
                        + rules.segment(segmentBefore).title() + " to "
                        + rules.segment(segment).title() + ".";
    }

    private int matrix(CategoryRule category, int intensity) {
        EscalationRule limits = rules.escalation();
        if (category.complexity() >= limits.humanComplexity()
                || Math.max(category.intensity(), intensity) >= limits.humanIntensity()) {
            return HUMAN_ONLY;
        }
        return category.complexity() >= limits.hybridComplexity() ? REVIEWED : 1;
    }

    private static int mode(CategoryRule.Mode mode) {
        return switch (mode) {
            case TRIAGE -> HUMAN_ONLY;
            case AGENT_ASSIST -> REVIEWED;
            case AI_FIRST -> 1;
        };
    }

    /**
     * Whether a hard reason lies in the issue itself, so that the issue is for humans only as long as the episode lasts
     * (T17); an answer that is overdue or a request for a human says nothing about the issue.
     */
    static boolean demandsHuman(Verdict verdict) {
        boolean bySignal = verdict.readings().stream()
                .anyMatch(reading -> reading.hard() && OF_THE_ISSUE.contains(reading.signal()));
        boolean byTrigger = verdict.rule().startsWith("hard:")
                && verdict.readings().stream().noneMatch(Reading::hard);
        return bySignal || byTrigger;
    }

    /** Whether the assistant may answer the customer at all, not even through a human. */
    static boolean humanOnly(ConversationState s) {
        return s.getTier() >= HUMAN_ONLY || refused(s);
    }

    /** Whether the customer does not want automation (G04); one who was never asked has not refused. */
    static boolean refused(ConversationState s) {
        return Boolean.FALSE.equals(s.getCustomer().getAutomationConsent());
    }

    static boolean automated(ConversationState s) {
        return s.getOwner() == Owner.ASSISTANT || s.getOwner() == Owner.ASSISTANT_REVIEWED;
    }

    static boolean ended(ConversationState s) {
        return s.getOwner() == Owner.RESOLVED || s.getOwner() == Owner.CLOSED;
    }

    /** Gives the conversation to the assistant, on the path that tier, consent and score allow. */
    static void settle(ConversationState s) {
        if (humanOnly(s)) {
            s.setPath(Path.HUMAN);
        } else {
            s.setPath(s.getTier() >= REVIEWED || s.getReviewByScore() ? Path.ASSISTED : Path.AUTOMATED);
        }
        s.setOwner(s.getPath() == Path.AUTOMATED ? Owner.ASSISTANT : Owner.ASSISTANT_REVIEWED);
    }
}
