// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import java.util.List;

/** All detectors, one a signal, in the order of the signals. */
public final class Detectors {

    private static final List<Detector> ALL = List.of(
            new LowConfidence(),
            new RePrompts(),
            new TooLong(),
            new UnresolvedTurns(),
            new SentimentShift(),
            new NegativeSentiment(),
            new EscalationKeywords(),
            new HumanRequested(),
            new RepeatedQuestions(),
            new Unanswered(),
            new ComplexTopic(),
            new HighValue(),
            new ConsideringAlternatives(),
            new AmountAtStake(),
            new DisputedCharge(),
            new Distress(),
            new WorseningTrend(),
            new TopicDrift(),
            new Urgency(),
            new LegalQuestion(),
            new UnclearIntent(),
            new HighStakes(),
            new RepeatedSuggestion(),
            new NoConsent(),
            new HumanOnly(),
            new RepeatContact(),
            new ExportQuestion());

    private Detectors() {}

    public static List<Detector> all() {
        return ALL;
    }
}
