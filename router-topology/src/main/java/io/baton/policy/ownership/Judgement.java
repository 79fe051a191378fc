// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.policy.decision.Verdict;
import io.baton.policy.decision.Verdicts;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.signal.Evidence;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.policy.signal.Weighing;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The verdict on a conversation, with what its tier and the customer's consent demand among the evidence.
 *
 * <p>Both silence the assistant. So both must bring a human, whatever weight a policy gives the two signals: a customer
 * whom neither may answer would wait for ever.
 */
final class Judgement {

    private final Ruleset rules;
    private final Evidence evidence;
    private final Verdicts verdicts;

    Judgement(Ruleset rules, Evidence evidence) {
        this.rules = rules;
        this.evidence = evidence;
        this.verdicts = new Verdicts(rules);
    }

    Verdict of(ConversationState s, long at, String eventId) {
        return verdicts.of(s, weigh(s, at, eventId), at);
    }

    Weighing weigh(ConversationState s, long at, String eventId) {
        Weighing found = evidence.weigh(s, at);
        boolean refused = Tiering.refused(s);
        boolean humanOnly = s.getTier() >= Tiering.HUMAN_ONLY;
        if (!refused && !humanOnly) {
            return found;
        }
        List<Reading> readings = new ArrayList<>(found.readings());
        demand(readings, refused, Signal.NO_CONSENT, s, at, eventId);
        demand(readings, humanOnly, Signal.HUMAN_ONLY, s, at, eventId);
        if (readings.equals(found.readings())) {
            return found;
        }
        readings.sort(Comparator.comparing(Reading::signal));
        double score = 0;
        int aligned = 0;
        for (Reading reading : readings) {
            score += reading.contribution();
            aligned += reading.aligned() ? 1 : 0;
        }
        return new Weighing(List.copyOf(readings), score, aligned);
    }

    private void demand(
            List<Reading> readings, boolean demanded, Signal signal, ConversationState s, long at, String eventId) {
        boolean there = readings.stream().anyMatch(r -> r.signal() == signal && r.hard());
        if (!demanded || there) {
            return;
        }
        SignalRule rule = rules.signal(signal);
        readings.removeIf(r -> r.signal() == signal);
        String from = eventId.startsWith("timer:") ? "" : eventId;
        readings.add(new Reading(signal, 1, 1, rule.weight(), 1, true, true, at, turn(s), from));
    }

    private static int turn(ConversationState s) {
        ConversationFigures figures = s.getFigures();
        return figures.getCustomerTurns() + figures.getAssistantTurns() + figures.getAgentTurns();
    }
}
