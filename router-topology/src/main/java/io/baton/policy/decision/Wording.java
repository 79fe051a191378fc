// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.decision;

import io.baton.policy.ruleset.HardTrigger;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts a verdict into plain words. Names signals and numbers only, never anything that was said or who said it. */
final class Wording {

    /** More reasons than this make a sentence that nobody reads; the record lists all of them anyway. */
    private static final int MOST_REASONS = 4;

    private Wording() {}

    static String explanation(Grounds grounds) {
        if (grounds.hard()) {
            return "A human takes over because " + list(hardReasons(grounds)) + ".";
        }
        String count = grounds.aligned() + (grounds.aligned() == 1 ? " signal aligns, " : " signals align, ")
                + grounds.required() + " must, and the score is " + number(grounds.score())
                + " of " + number(grounds.threshold());
        if (grounds.soft()) {
            return "A human takes over because " + list(softReasons(grounds)) + ". " + count + ".";
        }
        return "No human is needed now: " + count + ".";
    }

    /** What would have turned a verdict, in one sentence. */
    static String flip(String kind, String subject, double from, double to, boolean escalate) {
        String then = escalate ? " a human would have taken over." : " the assistant would have kept it.";
        return switch (kind) {
            case "threshold" ->
                "With a threshold of " + number(to) + " instead of " + number(from) + " for the " + subject + ","
                        + then;
            case "signal-added" -> "Had the signal " + subject + " come to " + number(to) + "," + then;
            case "signal-removed" -> "Without the signal " + subject + " (" + number(from) + ")" + then;
            default -> (escalate ? "Had the rule " + subject + " held," : "Without the rule " + subject) + then;
        };
    }

    /** At most two decimals. Written by hand, since a formatter would cost more than the decision itself. */
    static String number(double value) {
        if (!(Math.abs(value) < 1e12)) {
            return Double.toString(value);
        }
        long hundredths = Math.round(Math.abs(value) * 100);
        String sign = value < 0 && hundredths > 0 ? "-" : "";
        long cents = hundredths % 100;
        String decimals = cents == 0 ? "" : cents < 10 ? ".0" + cents : "." + cents;
        return sign + hundredths / 100 + decimals;
    }

    private static List<String> hardReasons(Grounds grounds) {
        List<String> reasons = new ArrayList<>();
        for (Reading reading : grounds.readings()) {
            if (reading.hard()) {
                reasons.add(phrase(reading.signal()));
            }
        }
        for (HardTrigger trigger : grounds.triggers()) {
            reasons.add("of this rule: " + trigger.text());
        }
        return reasons;
    }

    private static List<String> softReasons(Grounds grounds) {
        return grounds.readings().stream()
                .filter(reading -> reading.contribution() > 0)
                .sorted(Comparator.comparingDouble(Reading::contribution).reversed())
                .map(reading -> phrase(reading.signal()))
                .toList();
    }

    private static String list(List<String> reasons) {
        List<String> shown = reasons.subList(0, Math.min(reasons.size(), MOST_REASONS));
        int last = shown.size() - 1;
        return last < 1
                ? String.join("", shown)
                : String.join(", ", shown.subList(0, last)) + " and " + shown.get(last);
    }

    private static String phrase(Signal signal) {
        return switch (signal) {
            case LOW_CONFIDENCE -> "the assistant is not confident enough";
            case RE_PROMPTS -> "the assistant had to ask again";
            case TOO_LONG -> "it has taken too long";
            case UNRESOLVED_TURNS -> "many replies have solved nothing";
            case SENTIMENT_SHIFT -> "the mood has dropped";
            case NEGATIVE_SENTIMENT -> "the mood is bad";
            case ESCALATION_KEYWORDS -> "the words are those of a complaint";
            case HUMAN_REQUESTED -> "the customer asked for a human";
            case REPEATED_QUESTIONS -> "the customer had to say the same again";
            case UNANSWERED -> "a message has waited too long for an answer";
            case COMPLEX_TOPIC -> "the topic is complex";
            case HIGH_VALUE -> "the account is of high value";
            case CONSIDERING_ALTERNATIVES -> "the customer considers alternatives";
            case AMOUNT_AT_STAKE -> "the amount at stake is high";
            case DISPUTED_CHARGE -> "a charge is disputed";
            case DISTRESS -> "the customer is in distress";
            case WORSENING_TREND -> "the mood is getting worse";
            case TOPIC_DRIFT -> "the topic has changed";
            case URGENCY -> "it is urgent";
            case LEGAL_QUESTION -> "it is a legal or contract question";
            case UNCLEAR_INTENT -> "it is not clear what the customer wants";
            case HIGH_STAKES -> "the stakes are high";
            case REPEATED_SUGGESTION -> "the assistant suggested what had been tried";
            case NO_CONSENT -> "the customer has not consented to automation";
            case HUMAN_ONLY -> "only humans may handle it";
            case REPEAT_CONTACT -> "the customer has written about the same issue again and again";
            case EXPORT_QUESTION -> "the customer asks how to take data out";
        };
    }
}
