// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.policy.signal.Reading;
import java.util.Locale;

/** A reading as a sentence that an agent understands without knowing the policy. */
final class PlainWords {

    /** Amounts beyond this stand for "not known in the default currency". */
    private static final double NO_AMOUNT = 1e15;

    private PlainWords() {}

    /** @param currency default currency of the policy */
    static String of(Reading r, String currency) {
        return switch (r.signal()) {
            case LOW_CONFIDENCE ->
                "The assistant was only " + percent(r.value()) + " sure of its answer; " + percent(r.threshold())
                        + " is the limit";
            case RE_PROMPTS -> "The assistant asked again " + times(r.value());
            case TOO_LONG -> span(r.value()) + " without a solution; " + span(r.threshold()) + " is the limit";
            case UNRESOLVED_TURNS -> whole(r.value()) + " replies of the assistant without a solution";
            case SENTIMENT_SHIFT -> format("The customer's mood has dropped by %.2f", r.value());
            case NEGATIVE_SENTIMENT -> format("The customer writes negatively (sentiment %.2f)", r.value());
            case ESCALATION_KEYWORDS -> "The customer complains in strong words";
            case HUMAN_REQUESTED -> "The customer asked for a person";
            case REPEATED_QUESTIONS -> "The customer had to say the same again " + times(r.value());
            case UNANSWERED -> "The customer waited " + span(r.value()) + " for an answer";
            case COMPLEX_TOPIC -> "The topic is complex (" + whole(r.value()) + " of 5)";
            case HIGH_VALUE -> "The account is worth " + money(r.value(), currency) + " a year";
            case CONSIDERING_ALTERNATIVES -> "The customer is considering alternatives";
            case AMOUNT_AT_STAKE -> amount(r, currency);
            case DISPUTED_CHARGE -> "The customer disputes a charge";
            case DISTRESS -> "The customer is in distress";
            case WORSENING_TREND -> "The customer's mood is getting worse from message to message";
            case TOPIC_DRIFT -> "The topic has moved to another category";
            case URGENCY -> "The customer says that it is urgent";
            case LEGAL_QUESTION -> "It is a legal, contract or compliance question";
            case UNCLEAR_INTENT -> "It is unclear what the customer wants (" + percent(r.value()) + " sure)";
            case HIGH_STAKES -> "The topic is one of revenue or high stakes";
            case REPEATED_SUGGESTION -> "The assistant suggested again what had been tried already";
            case NO_CONSENT -> "The customer has not agreed to be served by an assistant";
            case HUMAN_ONLY -> "The policy lets only people answer this";
            case REPEAT_CONTACT -> "This is contact number " + whole(r.value()) + " about the same issue within days";
            case EXPORT_QUESTION -> "The customer asks how to take data out";
        };
    }

    /** Seconds as an agent would say them: 95 s, 12 min, 3 h. */
    static String span(double seconds) {
        if (!(seconds < NO_AMOUNT)) {
            return "no limit";
        }
        long s = Math.max(0, whole(seconds));
        if (s < 180) {
            return s + " s";
        }
        return s < 3 * 3600 ? s / 60 + " min" : s / 3600 + " h";
    }

    static String money(double amount, String currency) {
        return String.format(Locale.ROOT, amount == Math.rint(amount) ? "%,.0f %s" : "%,.2f %s", amount, currency);
    }

    static String times(double count) {
        long n = whole(count);
        return n == 1 ? "once" : n == 2 ? "twice" : n + " times";
    }

    static String percent(double share) {
        return whole(share * 100) + " %";
    }

    private static String amount(Reading r, String currency) {
        return r.value() < NO_AMOUNT
                ? money(r.value(), currency) + " is at stake; " + money(r.threshold(), currency) + " is the limit"
                : "An amount is at stake in a currency that the policy cannot convert";
    }

    private static long whole(double value) {
        return Math.round(value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
