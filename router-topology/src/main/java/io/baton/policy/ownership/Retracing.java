// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.ConversationDecision;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.MoodReader;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.EscalationIssued;
import io.baton.state.HandoverUpdated;
import io.baton.state.JourneyChanged;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a conversation again and tells what the rules say at each step, each "no" with its signals included.
 *
 * <p>It is what the rules in force now make of the events. Where the policy has changed meanwhile, or an event came late, something else
 * may have been decided then; the records of that time say what.
 */
final class Retracing {

    private final Conversations conversations;
    private final Ruleset rules;
    private final MoodReader moods;

    Retracing(Conversations conversations, Ruleset rules, MoodReader moods) {
        this.conversations = conversations;
        this.rules = rules;
        this.moods = moods;
    }

    /**
     * @param now the state that is kept; it is not changed
     * @param journal every event of the conversation in {@link EventOrder}
     */
    List<ConversationDecision> of(ConversationState now, List<AcceptedEvent> journal) {
        List<ConversationDecision> steps = new ArrayList<>();
        Trail trail = new Trail();
        CustomerSnapshot atStart = now.getCustomer();
        ConversationState s = null;
        for (AcceptedEvent event : journal) {
            if (s == null && event.getFact() instanceof JourneyChanged known) {
                atStart = known.getCustomer();
            } else if (s != null) {
                conversations.fold(s, event, trail);
            } else if (begins(event)) {
                s = Episodes.open(event, atStart);
                conversations.resume(now, s);
                conversations.first(s, event, trail);
            }
            tell(s, trail, steps);
        }
        if (s != null) {
            conversations.elapse(s, now.getLastAt(), trail);
            tell(s, trail, steps);
        }
        return steps;
    }

    private static boolean begins(AcceptedEvent event) {
        return !(event.getFact() instanceof EscalationIssued) && !(event.getFact() instanceof HandoverUpdated);
    }

    private void tell(@Nullable ConversationState s, Trail trail, List<ConversationDecision> steps) {
        if (s != null) {
            trail.rulings().forEach(ruling -> steps.add(Records.decision(s, ruling, rules, moods)));
        }
        trail.rulings().clear();
    }
}
