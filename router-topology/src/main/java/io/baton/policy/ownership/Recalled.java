// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.event.SignalReading;
import io.baton.policy.decision.Turnaround;
import io.baton.policy.decision.Verdict;
import io.baton.policy.decision.Why;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.state.EscalationIssued;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ruling behind an escalation that is out, recalled from its fact: as much of it as a later revision of the packet
 * repeats. Deciding again would be wrong: the policy or what is known may have changed, the reasons have not.
 */
public final class Recalled {

    private Recalled() {}

    /** @param at when it was issued, epoch milliseconds */
    public static Ruling ruling(EscalationIssued fact, long at) {
        List<Reading> readings = fact.getReadings().stream()
                .map(Recalled::reading)
                .flatMap(Optional::stream)
                .toList();
        String rule = fact.getRule().isEmpty() ? "score" : fact.getRule();
        Why why = new Said(fact.getExplanation());
        Verdict verdict = new Verdict(true, false, rule, 0, 0, 0, 0, readings, why);
        return new Ruling(
                at,
                fact.getTriggeredBy(),
                fact.getEpisode(),
                null,
                Owner.WAITING_FOR_HUMAN,
                Path.HUMAN,
                Math.max(1, fact.getTier()),
                true,
                true,
                rule,
                null,
                null,
                verdict);
    }

    /** Empty for a signal that this release does not know. */
    private static Optional<Reading> reading(SignalReading known) {
        return Signal.byId(known.getSignal())
                .map(signal -> new Reading(
                        signal,
                        known.getValue(),
                        known.getThreshold(),
                        known.getWeight(),
                        known.getStrength(),
                        known.getAligned(),
                        known.getHard(),
                        known.getAt().toEpochMilli(),
                        0,
                        known.getEvents().isEmpty() ? "" : known.getEvents().get(0)));
    }

    /** Words that were written once; what would have turned the decision is not asked again. */
    private record Said(String explanation) implements Why {

        @Override
        public @Nullable Turnaround flip() {
            return null;
        }
    }
}
