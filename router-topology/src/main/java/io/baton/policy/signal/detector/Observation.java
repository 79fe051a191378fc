// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.event.AssistantReply;
import io.baton.event.CustomerMessage;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.Signal;
import io.baton.policy.signal.TextFeatures;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One event as detectors see it: the figures already include it.
 *
 * @param message the customer's message; null where the event is none
 * @param reply the assistant's reply; null where the event is none
 * @param requested whether the customer has pressed the button for a human
 * @param text features of the message; those of no text at all where the event is none
 * @param change what the figures noticed
 * @param thresholds threshold of a signal in this conversation
 */
public record Observation(
        ConversationState state,
        Ruleset rules,
        @Nullable CustomerMessage message,
        @Nullable AssistantReply reply,
        boolean requested,
        TextFeatures text,
        Change change,
        ToDoubleFunction<Signal> thresholds) {

    ConversationFigures figures() {
        return state.getFigures();
    }

    /** Whether the customer has written or asked for a human. */
    boolean byCustomer() {
        return message != null || requested;
    }

    double threshold(Signal signal) {
        return thresholds.applyAsDouble(signal);
    }
}
