// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.signal.Signal;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.util.Optional;

/**
 * What a threshold of one signal may be.
 *
 * @param min lowest, in the unit of the signal
 * @param max highest
 * @param seconds whether the unit is the second, so that it may be written as a duration
 */
record Threshold(Signal signal, double min, double max, boolean seconds) {

    private static final double DAY_SECONDS = 86_400;
    private static final double MAX_MONEY = 1e12;
    private static final double MAX_COUNT = 1_000;

    static Threshold of(Signal signal) {
        return switch (signal) {
            case LOW_CONFIDENCE, UNCLEAR_INTENT, DISTRESS, URGENCY -> new Threshold(signal, 0, 1, false);
            case RE_PROMPTS,
                    UNRESOLVED_TURNS,
                    ESCALATION_KEYWORDS,
                    REPEATED_QUESTIONS,
                    CONSIDERING_ALTERNATIVES,
                    REPEATED_SUGGESTION,
                    REPEAT_CONTACT -> new Threshold(signal, 1, MAX_COUNT, false);
            case TOO_LONG, UNANSWERED -> new Threshold(signal, 0, DAY_SECONDS, true);
            case SENTIMENT_SHIFT, WORSENING_TREND -> new Threshold(signal, 0, 2, false);
            case NEGATIVE_SENTIMENT -> new Threshold(signal, -1, 1, false);
            case COMPLEX_TOPIC -> new Threshold(signal, 1, 5, false);
            case HIGH_VALUE, AMOUNT_AT_STAKE -> new Threshold(signal, 0, MAX_MONEY, false);
            case HUMAN_REQUESTED,
                    DISPUTED_CHARGE,
                    TOPIC_DRIFT,
                    LEGAL_QUESTION,
                    HIGH_STAKES,
                    NO_CONSENT,
                    HUMAN_ONLY,
                    EXPORT_QUESTION -> new Threshold(signal, 1, 1, false);
        };
    }

    /** Whether the signal is either there or not, so that a threshold says nothing. */
    boolean isFlag() {
        return min == max;
    }

    double read(Value value) {
        return value.as(allowed(), this::number, max);
    }

    /** A threshold, or {@code off}: one that no value ever reaches. */
    double readOrOff(Value value) {
        double never = signal.above() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return value.as(allowed() + " or off", text -> text.equals("off") ? Optional.of(never) : number(text), max);
    }

    private String allowed() {
        return Scalars.between(min, max) + (seconds ? " (seconds, or a duration such as 90s)" : "");
    }

    private Optional<Double> number(String text) {
        Optional<Double> duration = seconds ? Scalars.millis(text).map(millis -> millis / 1_000.0) : Optional.empty();
        return duration.isPresent()
                ? duration.filter(number -> number >= min && number <= max)
                : Scalars.decimal(text, min, max);
    }
}
