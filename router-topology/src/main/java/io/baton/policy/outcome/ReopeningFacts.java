// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import java.util.List;

/** Resolutions that did not hold, each in the window and channel in which it was made (M12). */
final class ReopeningFacts {

    private static final List<Channel> CHANNELS = List.of(Channel.AUTOMATED, Channel.ASSISTED, Channel.HUMAN);

    private ReopeningFacts() {}

    static void of(OutcomeView view, Facts facts) {
        List<Long> takenBack = view.takenBack();
        for (int i = 0; i + 2 < takenBack.size(); i += 3) {
            long resolvedAt = takenBack.get(i);
            Channel channel = CHANNELS.get(takenBack.get(i + 2).intValue());
            facts.add(Measures.REOPENED, "", channel, resolvedAt, 1, 0);
            facts.add(Measures.REOPEN_RATE, "", channel, resolvedAt, 1, 1);
            facts.add(Measures.COMEBACKS, "", channel, takenBack.get(i + 1), 1, 0);
            String code = view.later() == null
                    ? null
                    : view.later().course().resolutions().get(resolvedAt);
            if (code != null) {
                facts.add(Measures.SOLVED_BY, code, channel, resolvedAt, 0, 1);
            }
            if (channel == Channel.AUTOMATED) {
                missed(facts, resolvedAt, true);
            }
        }
    }

    /** An automated resolution, and whether it should have gone to a human (M11). */
    static void missed(Facts facts, long at, boolean missed) {
        facts.add(Measures.MISSED_ESCALATIONS, "", Channel.AUTOMATED, at, Facts.one(missed), 1);
        if (missed) {
            facts.add(Measures.ESCALATION_RECALL, "", Channel.AUTOMATED, at, 0, 1);
        }
    }
}
