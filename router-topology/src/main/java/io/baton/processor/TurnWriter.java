// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.names.Meters;
import io.baton.policy.learning.Labelling;
import io.baton.processor.Plan.Timed;
import io.baton.state.ConversationState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what has been planned, all of it, then forwards it. Everything that could fail for a reason of its own lies behind. */
final class TurnWriter {

    private static final Logger LOG = LoggerFactory.getLogger(TurnWriter.class);

    private final ProcessorContext<String, Emission> context;
    private final ConversationStore conversations;
    private final JourneyStore journeys;
    private final PendingTimers timers;
    private final WaitingLine line;
    private final Map<Plan.Kind, Counted> counters = new EnumMap<>(Plan.Kind.class);
    private final Counted escalated;
    private final Counted idle;

    TurnWriter(
            ProcessorContext<String, Emission> context,
            ConversationStore conversations,
            JourneyStore journeys,
            PendingTimers timers,
            WaitingLine line) {
        this.context = context;
        this.conversations = conversations;
        this.journeys = journeys;
        this.timers = timers;
        this.line = line;
        count(Plan.Kind.DUPLICATE, Meters.EVENT_DUPLICATE);
        count(Plan.Kind.REFOLDED, Meters.EVENT_LATE);
        count(Plan.Kind.KEPT_OUT, Meters.EVENT_KEPT_OUT);
        count(Plan.Kind.ELAPSED, Meters.TIMER_FIRED);
        escalated = new Counted(context, Meters.ESCALATION_DECIDED);
        idle = new Counted(context, Meters.EVENT_IDLE);
    }

    void carryOut(Plan plan) {
        Counted counter = counters.get(plan.kind());
        if (counter != null) {
            counter.one();
        }
        if (plan.encoded() == null) {
            return;
        }
        boolean forgotten = plan.kind() == Plan.Kind.FORGOTTEN;
        if (forgotten) {
            conversations.forget(plan.customerId(), plan.conversationId());
        } else {
            conversations.save(plan.encoded());
        }
        plan.corrected().forEach(conversations::save);
        if (plan.journey() != null) {
            journeys.save(plan.journey());
        }
        if (plan.timerBefore() != 0) {
            timers.clear(plan.timerBefore(), plan.conversation());
        }
        if (plan.timerAfter() != 0 && !forgotten) {
            timers.set(plan.timerAfter(), plan.conversation());
        }
        line.move(plan.waitingBefore(), forgotten ? Set.of() : plan.waitingAfter());
        for (Timed out : plan.emissions()) {
            if (out.emission() instanceof Emission.HandedOver) {
                escalated.one();
            } else if (out.emission() instanceof Emission.Idle) {
                idle.one();
            }
            send(plan.customerId(), out.emission(), out.at());
        }
    }

    /** Removes all that is kept of a customer; the tombstone does so on the compacted outcomes topic. */
    void erase(String customerId, long at) {
        List<ConversationState> erased = conversations.forgetAll(customerId);
        erased.forEach(state -> {
            timers.clear(state.getTimerAt(), Keys.conversation(customerId, state.getConversationId()));
            line.move(WaitingLine.places(state), Set.of());
        });
        journeys.forget(customerId);
        LOG.info("customer-erased task={} conversations={}", context.taskId(), erased.size());
        send(customerId, new Emission.Ended(null), at);
        send(customerId, new Emission.Taught(Labelling.forget(customerId, at)), at);
    }

    /** Forwards to the nodes that an emission of its kind goes to. */
    void send(String key, Emission emission, long at) {
        Record<String, Emission> record = new Record<>(key, emission, at);
        for (String way : emission.ways()) {
            context.forward(record, way);
        }
    }

    void close() {
        counters.values().forEach(Counted::close);
        escalated.close();
        idle.close();
    }

    private void count(Plan.Kind kind, String meter) {
        counters.put(kind, new Counted(context, meter));
    }
}
