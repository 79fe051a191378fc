// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.History;
import io.baton.event.Mood;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.state.ConversationFigures;
import io.baton.state.CustomerSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How the customer feels and how urgent it is: what an agent must know before the first word (H11, T24). */
final class CustomerMood {

    /** Sentiment from which strong words are taken for anger, not mere frustration. */
    private static final double ANGRY = -0.6;

    /** Sentiment from which a customer counts as frustrated even where no signal speaks. */
    private static final double FRUSTRATED = -0.35;

    /** Sentiment from which a customer counts as calm. */
    private static final double CALM = 0.2;

    /** Contacts about the same issue in a week from which that is said at first glance (T13). */
    private static final int REPEAT_CONTACTS = 3;

    /** Signals that are worth a flag: what the mood's label does not say already. */
    private static final Set<Signal> FLAGS = EnumSet.of(
            Signal.HUMAN_REQUESTED,
            Signal.CONSIDERING_ALTERNATIVES,
            Signal.DISTRESS,
            Signal.LEGAL_QUESTION,
            Signal.DISPUTED_CHARGE,
            Signal.AMOUNT_AT_STAKE,
            Signal.REPEATED_QUESTIONS,
            Signal.REPEATED_SUGGESTION,
            Signal.WORSENING_TREND,
            Signal.URGENCY,
            Signal.NO_CONSENT);

    private CustomerMood() {}

    static Mood of(Case c, History history) {
        ConversationFigures figures = c.state().getFigures();
        String label = label(c, figures);
        return Mood.newBuilder()
                .setLabel(label)
                .setIntensity(Math.min(5, Math.max(1, figures.getIntensity())))
                .setSentiment(rounded(figures.getSentimentLast()))
                .setTrend(rounded(figures.getSentimentFast() - figures.getSentimentSlow()))
                .setUrgency(urgency(c, label))
                .setFlags(flags(c, history))
                .build();
    }

    private static String label(Case c, ConversationFigures figures) {
        double last = figures.getSentimentLast();
        if (c.speaks(Signal.DISTRESS)) {
            return "distressed";
        }
        if (last <= ANGRY && (figures.getIntensity() >= 4 || c.speaks(Signal.ESCALATION_KEYWORDS))) {
            return "angry";
        }
        if (last <= FRUSTRATED
                || c.speaks(
                        Signal.NEGATIVE_SENTIMENT,
                        Signal.SENTIMENT_SHIFT,
                        Signal.ESCALATION_KEYWORDS,
                        Signal.CONSIDERING_ALTERNATIVES)) {
            return "frustrated";
        }
        if (c.speaks(
                Signal.URGENCY,
                Signal.REPEATED_QUESTIONS,
                Signal.RE_PROMPTS,
                Signal.TOO_LONG,
                Signal.UNANSWERED,
                Signal.WORSENING_TREND)) {
            return "impatient";
        }
        return figures.getSentimentSeen() > 0 && last >= CALM ? "calm" : "neutral";
    }

    private static String urgency(Case c, String label) {
        boolean urgent = c.speaks(Signal.URGENCY);
        if (label.equals("distressed")
                || (urgent && (label.equals("angry") || !c.incidents().isEmpty()))) {
            return "critical";
        }
        int priority = c.in().route().priority();
        if (urgent || label.equals("angry") || priority == 1) {
            return "high";
        }
        return label.equals("calm") && priority >= 4 ? "low" : "normal";
    }

    private static List<String> flags(Case c, History history) {
        List<String> flags = new ArrayList<>();
        for (Signal signal : FLAGS) {
            c.reading(signal).map(Reading::signal).map(Signal::id).ifPresent(flags::add);
        }
        CustomerSnapshot customer = c.state().getCustomer();
        add(flags, history.getSameCategory7d() >= REPEAT_CONTACTS, "repeat-contact");
        add(flags, c.state().getEpisode() > 1, "handed-back-before");
        add(flags, customer.getAtRisk(), "at-risk");
        add(flags, customer.getOpenBillingDispute(), "open-billing-dispute");
        add(flags, customer.getPrefersHuman(), "prefers-human");
        return flags;
    }

    private static void add(List<String> flags, boolean holds, String flag) {
        if (holds) {
            flags.add(flag);
        }
    }

    /** Two decimals: more would be the noise of a float. */
    private static double rounded(double value) {
        return Math.round(Math.max(-2, Math.min(2, value)) * 100) / 100.0;
    }
}
