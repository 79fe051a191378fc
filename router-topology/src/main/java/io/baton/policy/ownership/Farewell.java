// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.CustomerMessage;
import io.baton.policy.signal.TextFeatures;
import io.baton.policy.signal.TextScorer;
import io.baton.state.AcceptedEvent;

/**
 * Tells a customer who says thanks or goodbye after the end from one who goes on.
 *
 * <p>When in doubt, the customer goes on (T26): an episode too many costs nothing, a question that nobody reads costs a
 * customer.
 */
final class Farewell {

    /** Below this the thanks are not meant. */
    private static final double LOWEST_VALENCE = -0.1;

    private final TextScorer scorer;

    Farewell(TextScorer scorer) {
        this.scorer = scorer;
    }

    boolean is(AcceptedEvent event) {
        if (!(Kind.data(event) instanceof CustomerMessage message)) {
            return false;
        }
        boolean unhappy = message.getSentiment() != null && message.getSentiment() < LOWEST_VALENCE;
        boolean atStake = message.getAmount() != null || Boolean.TRUE.equals(message.getDisputed());
        return !unhappy && !atStake && is(scorer.score(message.getText()));
    }

    private static boolean is(TextFeatures text) {
        boolean alarms = text.escalation() > 0 || text.alternatives() > 0 || text.legal() > 0 || text.disputed();
        return text.courtesy() && !text.humanRequest() && !alarms && text.valence() >= LOWEST_VALENCE;
    }
}
