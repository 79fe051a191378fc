// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Alert;
import io.baton.event.ConsentChanged;
import io.baton.event.ConversationEvent;
import io.baton.event.ErasureRequested;
import io.baton.event.ProductSignalReported;
import io.baton.failure.FailurePlace;
import io.baton.names.Meters;
import io.baton.policy.learning.Labelling;
import io.baton.processor.Plan.Timed;
import io.baton.state.AcceptedEvent;
import io.baton.state.ClockTicked;
import io.baton.state.ConversationState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on one event after another (chapters 3 to 7): plan, then write, then forward.
 *
 * <p>A plan that fails is a defect of a rule: its event goes to the dead letters, masked as it is, and nothing has been
 * written. What fails after the first write fails the transaction, so that it is as if it had never begun.
 */
final class TurnProcessor implements Processor<String, AcceptedEvent, String, Emission> {

    private static final Logger LOG = LoggerFactory.getLogger(TurnProcessor.class);
    /** Timers fired in one go before records get their turn again. */
    private static final int TIMERS_AT_ONCE = 1_000;
    /** A timer on which a rule fails is tried again after this time, with the policy of that moment. */
    private static final long RETRY_AFTER_MILLIS = 3_600_000;

    private final TurnSetup setup;
    private final Clockwork clockwork;
    private final Supplier<Rules> rulebook;

    private ProcessorContext<String, Emission> context;
    private ConversationStore conversations;
    private JourneyStore journeys;
    private PendingTimers timers;
    private WaitingLine line;
    private QueueWatch watch;
    private TurnPlanner planner;
    private final Map<Plan.Kind, Counted> counters = new EnumMap<>(Plan.Kind.class);
    private Counted failed;
    private Counted escalated;
    private Counted idle;
    /** Latest event time of this task and when, by the wall clock, it last saw a record; see {@link Clockwork#quiet}. */
    private long streamTime;

    private long lastRecord;
    private long nextLook;

    @SuppressWarnings("NullAway.Init")
    TurnProcessor(TurnSetup setup, Clockwork clockwork, Supplier<Rules> rulebook) {
        this.setup = setup;
        this.clockwork = clockwork;
        this.rulebook = rulebook;
    }

    @Override
    public void init(ProcessorContext<String, Emission> context) {
        this.context = context;
        conversations = setup.conversations(context);
        timers = setup.timers(context);
        journeys = setup.journeys(context, timers);
        AvailabilityBoard board = setup.availability(context);
        line = setup.waitingLine(context);
        watch = new QueueWatch(board);
        HandoverDesk desk = new HandoverDesk(conversations, journeys, setup.incidents(context), board);
        planner = new TurnPlanner(conversations, journeys, desk, setup.allDecisions());
        count(Plan.Kind.DUPLICATE, Meters.EVENT_DUPLICATE);
        count(Plan.Kind.REFOLDED, Meters.EVENT_LATE);
        count(Plan.Kind.KEPT_OUT, Meters.EVENT_KEPT_OUT);
        count(Plan.Kind.ELAPSED, Meters.TIMER_FIRED);
        failed = new Counted(context, Meters.TURN_FAILED);
        escalated = new Counted(context, Meters.ESCALATION_DECIDED);
        idle = new Counted(context, Meters.EVENT_IDLE);
        lastRecord = clockwork.now().getAsLong();
        if (!clockwork.replay()) {
            context.schedule(clockwork.tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
        }
    }

    @Override
    public void process(Record<String, AcceptedEvent> record) {
        AcceptedEvent event = record.value();
        streamTime = Math.max(streamTime, event.getAt());
        if (clockwork.replay()) {
            fireDueInReplay(event.getFact() instanceof ClockTicked);
        } else {
            lastRecord = clockwork.now().getAsLong();
        }
        if (event.getFact() instanceof ClockTicked) {
            send(record.key(), new Emission.Counted(null), record.timestamp());
            if (rulebook.get().labelling() != null) {
                send(record.key(), new Emission.Taught(Labelling.tick(event.getAt())), record.timestamp());
            }
        } else if (event.getFact() instanceof ConversationEvent told && told.getData() instanceof ErasureRequested) {
            erase(event.getCustomerId(), record.timestamp());
        } else if (event.getFact() instanceof ProductSignalReported signal) {
            reachOut(event, signal);
        } else if (!(event.getFact() instanceof ConversationEvent said && said.getData() instanceof ConsentChanged)) {
            Plan plan = plan(event);
            if (plan != null) {
                carryOut(plan);
            }
        }
    }

    @Override
    public void close() {
        counters.values().forEach(Counted::close);
        failed.close();
        escalated.close();
        idle.close();
    }

    private void tick(long ignored) {
        long now = clockwork.now().getAsLong();
        boolean quiet = now - lastRecord >= clockwork.quiet().toMillis();
        long until = quiet ? now : Math.min(now, streamTime);
        fireDue(until, TIMERS_AT_ONCE);
        attend(until);
    }

    /**
     * Looks for due timers once a second of event time, and at each tick. How often is a matter of cost only: a timer's
     * own time decides what it does, and an event of the same conversation fires it anyway.
     */
    private void fireDueInReplay(boolean ticked) {
        if (ticked || streamTime >= nextLook) {
            nextLook = streamTime + clockwork.tick().toMillis();
            fireDue(streamTime, Integer.MAX_VALUE);
            attend(streamTime);
        }
    }

    private void fireDue(long now, int most) {
        int left = most;
        while (left > 0) {
            List<Bytes> due = timers.due(now, Math.min(left, TIMERS_AT_ONCE));
            if (due.isEmpty()) {
                return;
            }
            due.forEach(timer -> fire(timer, now));
            left -= due.size();
        }
    }

    private void fire(Bytes timer, long now) {
        Bytes waiting = Keys.waiting(timer);
        Plan plan = null;
        JourneyStore.Encoded journey = null;
        try {
            if (Keys.isCustomer(waiting)) {
                journey = planner.expired(timer, now, rulebook.get());
            } else {
                plan = planner.elapsed(waiting, now, rulebook.get());
            }
        } catch (RuntimeException e) {
            failed.one();
            LOG.error("timer-failed task={} failure={}", context.taskId(), FailurePlace.of(e));
            timers.set(now + RETRY_AFTER_MILLIS, waiting);
        }
        timers.clear(Keys.due(timer), waiting);
        if (journey != null) {
            journeys.save(journey);
        }
        if (plan != null) {
            carryOut(plan);
        }
    }

    /** Looks at what waits in queues of which something was reported, first in line first. */
    private void attend(long now) {
        Rules rules = rulebook.get();
        List<String> reported = watch.reported(now);
        for (String queue : reported) {
            for (Bytes conversation : line.waiting(queue)) {
                attend(conversation, now, rules);
            }
        }
        if (context.taskId().partition() == 0) {
            for (Alert alert : watch.unknown(reported, rules.ruleset())) {
                long at = alert.getRaisedAt().toEpochMilli();
                send(alert.getAlertId(), new Emission.Alerted(alert), at);
            }
        }
    }

    private void attend(Bytes conversation, long now, Rules rules) {
        Plan plan = null;
        try {
            plan = planner.attended(conversation, now, rules);
        } catch (RuntimeException e) {
            failed.one();
            LOG.error("availability-failed task={} failure={}", context.taskId(), FailurePlace.of(e));
        }
        if (plan != null) {
            carryOut(plan);
        }
    }

    private @Nullable Plan plan(AcceptedEvent event) {
        try {
            return planner.event(event, rulebook.get());
        } catch (RuntimeException e) {
            fail(event, e);
            return null;
        }
    }

    private void reachOut(AcceptedEvent event, ProductSignalReported signal) {
        TurnPlanner.Reached reached;
        try {
            reached = planner.reached(event, signal, rulebook.get());
        } catch (RuntimeException e) {
            fail(event, e);
            return;
        }
        if (reached != null) {
            journeys.save(reached.journey());
            send(event.getCustomerId(), new Emission.ReachedOut(reached.outreach()), event.getAt());
        }
    }

    private void fail(AcceptedEvent event, RuntimeException cause) {
        failed.one();
        String failure = FailurePlace.of(cause);
        LOG.error("turn-failed task={} failure={}", context.taskId(), failure);
        send(event.getCustomerId(), new Emission.Failed(event, failure), event.getAt());
    }

    private void carryOut(Plan plan) {
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
    private void erase(String customerId, long at) {
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

    private void send(String key, Emission emission, long at) {
        Record<String, Emission> record = new Record<>(key, emission, at);
        for (String way : emission.ways()) {
            context.forward(record, way);
        }
    }

    private void count(Plan.Kind kind, String meter) {
        counters.put(kind, new Counted(context, meter));
    }
}
