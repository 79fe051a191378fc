// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.ConversationClosed;
import io.baton.event.ConversationResolved;
import io.baton.policy.decision.Verdict;
import io.baton.policy.signal.Weighing;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import java.util.Objects;

/** Ends a conversation, and remembers in which mood it ended. */
final class Endings {

    private static final String IDLE_TIMER = "timer:idle";

    private final Judgement judgement;

    Endings(Judgement judgement) {
        this.judgement = judgement;
    }

    /** The platform says that it is solved or closed. */
    void end(ConversationState s, AcceptedEvent event, Standing before, Trail trail) {
        long at = event.getAt();
        String id = event.getEventId();
        Weighing evidence = judgement.weigh(s, at, id);
        Verdict verdict = judgement.of(s, at, id);
        if (Kind.data(event) instanceof ConversationResolved resolved) {
            Episodes.resolve(s, resolved, at, evidence);
        } else if (Kind.data(event) instanceof ConversationClosed closed) {
            Episodes.close(s, closed.getReason(), at, evidence);
        }
        if (!Objects.equals(before.owner(), s.getOwner())) {
            trail.add(Rulings.by(Because.of(Kind.of(event)), s, before, at, id, null, verdict));
        }
    }

    /** Nobody has said anything for so long that nobody is there any more. */
    void closeIdle(ConversationState s, long at, Trail trail) {
        Standing before = Standing.of(s);
        Weighing evidence = judgement.weigh(s, at, IDLE_TIMER);
        Verdict verdict = judgement.of(s, at, IDLE_TIMER);
        Episodes.close(s, "abandoned", at, evidence);
        s.setIdleClosed(true);
        trail.add(Rulings.by(Because.IDLE, s, before, at, IDLE_TIMER, null, verdict));
    }
}
