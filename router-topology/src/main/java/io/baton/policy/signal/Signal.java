// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The signals that can speak for a human. The id is the name in policies, decisions and packets.
 *
 * <p>The ordinal is written to conversation state: new signals are added at the end, none is ever moved or removed.
 */
public enum Signal {
    /** T01: confidence that the assistant reports, 0 to 1; speaks when below. */
    LOW_CONFIDENCE("low-confidence", false),
    /** T02: replies in this episode that asked the customer again, a count. */
    RE_PROMPTS("re-prompts", true),
    /** T03: seconds since the customer first wrote in this automated phase. */
    TOO_LONG("too-long", true),
    /** T04: replies of the assistant in this episode without a resolution, a count. */
    UNRESOLVED_TURNS("unresolved-turns", true),
    /** T05: drop from the conversation's own earlier sentiment to now, 0 to 2. */
    SENTIMENT_SHIFT("sentiment-shift", true),
    /** T05, T18: fast average of sentiment, -1 to 1; speaks when below. */
    NEGATIVE_SENTIMENT("negative-sentiment", false),
    /** T06: escalation keywords in the message, a count. */
    ESCALATION_KEYWORDS("escalation-keywords", true),
    /** T07: an explicit request for a human, by button or by phrase, 1 when there is one. */
    HUMAN_REQUESTED("human-requested", true),
    /** T08: customer messages of this episode that say the same again, a count. */
    REPEATED_QUESTIONS("repeated-questions", true),
    /** T09: seconds a customer message has been waiting for any answer. */
    UNANSWERED("unanswered", true),
    /** T10: complexity of the category, 1 to 5. */
    COMPLEX_TOPIC("complex-topic", true),
    /** T11: contract value a year in the default currency. */
    HIGH_VALUE("high-value", true),
    /** T12: signs of frustration with the product or of considering alternatives, a count. */
    CONSIDERING_ALTERNATIVES("considering-alternatives", true),
    /** T17: amount at stake in the default currency; an unknown currency counts as over the threshold. */
    AMOUNT_AT_STAKE("amount-at-stake", true),
    /** T17: a disputed charge, 1 when there is one. */
    DISPUTED_CHARGE("disputed-charge", true),
    /** T18: emotional distress, 0 to 1. */
    DISTRESS("distress", true),
    /** T22: how much sentiment has been falling over the last messages, 0 to 2, before it is bad. */
    WORSENING_TREND("worsening-trend", true),
    /** T23: 1 when the topic has moved to another category in this episode. */
    TOPIC_DRIFT("topic-drift", true),
    /** T24: urgency of the wording, 0 to 1. */
    URGENCY("urgency", true),
    /** T25: a compliance, contract or legal question, 1 when there is one. */
    LEGAL_QUESTION("legal-question", true),
    /** T26: confidence of the platform in the intent, 0 to 1; speaks when below. */
    UNCLEAR_INTENT("unclear-intent", false),
    /** T27: 1 where the category is one of revenue or high stakes. */
    HIGH_STAKES("high-stakes", true),
    /** T28: suggestions of the assistant that had been tried already, a count. */
    REPEATED_SUGGESTION("repeated-suggestion", true),
    /** G04: 1 where the customer has not consented to automation. */
    NO_CONSENT("no-consent", true),
    /** R01: 1 where the category or the segment allows only humans (tier 3). */
    HUMAN_ONLY("human-only", true),
    /** T13: conversations about the same issue that the customer has begun within the span of the policy, this one included. */
    REPEAT_CONTACT("repeat-contact", true),
    /** T14: 1 where the customer asks how to take data out. */
    EXPORT_QUESTION("export-question", true);

    private static final Signal[] ALL = values();
    private static final Map<String, Signal> BY_ID =
            Arrays.stream(ALL).collect(Collectors.toUnmodifiableMap(Signal::id, Function.identity()));

    private final String id;
    private final boolean above;

    Signal(String id, boolean above) {
        this.id = id;
        this.above = above;
    }

    /** Name in policies, decisions and packets. */
    public String id() {
        return id;
    }

    /** True where a value at or above the threshold speaks for a human, false where one below it does. */
    public boolean above() {
        return above;
    }

    /** Whether a value has reached the threshold that speaks for a human. */
    public boolean reached(double value, double threshold) {
        return above ? value >= threshold : value < threshold;
    }

    public static Optional<Signal> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The signal with this ordinal, as kept in conversation state. */
    public static Signal at(int ordinal) {
        return ALL[ordinal];
    }
}
