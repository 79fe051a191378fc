// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.ConsentChanged;
import io.baton.event.ConversationEvent;
import io.baton.event.ErasureRequested;
import io.baton.event.ProductSignalReported;
import io.baton.failure.FailurePlace;
import io.baton.names.Meters;
import io.baton.policy.learning.Labelling;
import io.baton.state.AcceptedEvent;
import io.baton.state.ClockTicked;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
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

    private final TurnSetup setup;
    private final Clockwork clockwork;
    private final Supplier<Rules> rulebook;

    private ProcessorContext<String, Emission> context;
    private JourneyStore journeys;
    private TurnPlanner planner;
    private JourneyPlanner customers;
    private TurnWriter writer;
    private ElapsedTurns elapsed;
    private Counted failed;
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
        ConversationStore conversations = setup.conversations(context);
        PendingTimers timers = setup.timers(context);
        journeys = setup.journeys(context, timers);
        AvailabilityBoard board = setup.availability(context);
        WaitingLine line = setup.waitingLine(context);
        HandoverDesk desk = new HandoverDesk(conversations, journeys, board);
        planner = new TurnPlanner(conversations, setup.courses(context), journeys, desk, setup.allDecisions());
        customers = new JourneyPlanner(journeys);
        writer = new TurnWriter(context, conversations, journeys, timers, line);
        failed = new Counted(context, Meters.TURN_FAILED);
        ElapsedTurns.Stores stores = new ElapsedTurns.Stores(conversations, journeys, timers, line, board);
        elapsed = new ElapsedTurns(context.taskId(), stores, planner, writer, failed);
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
            writer.send(record.key(), new Emission.Counted(List.of()), record.timestamp());
            if (rulebook.get().labelling() != null) {
                writer.send(record.key(), new Emission.Taught(Labelling.tick(event.getAt())), record.timestamp());
            }
        } else if (event.getFact() instanceof ConversationEvent told && told.getData() instanceof ErasureRequested) {
            writer.erase(event.getCustomerId(), record.timestamp());
        } else if (event.getFact() instanceof ProductSignalReported signal) {
            reachOut(event, signal);
        } else if (!(event.getFact() instanceof ConversationEvent said && said.getData() instanceof ConsentChanged)) {
            turn(event);
        }
    }

    @Override
    public void close() {
        writer.close();
        failed.close();
    }

    private void tick(long ignored) {
        long now = clockwork.now().getAsLong();
        boolean quiet = now - lastRecord >= clockwork.quiet().toMillis();
        long until = quiet ? now : Math.min(now, streamTime);
        elapsed.fireDue(until, ElapsedTurns.AT_ONCE, rulebook.get());
        elapsed.attend(until, rulebook.get());
        elapsed.wake(until, rulebook.get());
    }

    /**
     * Looks for due timers once a second of event time, and at each tick. How often is a matter of cost only: a timer's
     * own time decides what it does, and an event of the same conversation fires it anyway.
     */
    private void fireDueInReplay(boolean ticked) {
        if (ticked || streamTime >= nextLook) {
            nextLook = streamTime + clockwork.tick().toMillis();
            elapsed.fireDue(streamTime, Integer.MAX_VALUE, rulebook.get());
            elapsed.attend(streamTime, rulebook.get());
        }
    }

    private void turn(AcceptedEvent event) {
        Plan plan;
        try {
            plan = planner.event(event, rulebook.get());
        } catch (RuntimeException e) {
            fail(event, e);
            return;
        }
        writer.carryOut(plan);
    }

    private void reachOut(AcceptedEvent event, ProductSignalReported signal) {
        JourneyPlanner.Reached reached;
        try {
            reached = customers.reached(event, signal, rulebook.get());
        } catch (RuntimeException e) {
            fail(event, e);
            return;
        }
        if (reached != null) {
            journeys.save(reached.journey());
            writer.send(event.getCustomerId(), new Emission.ReachedOut(reached.outreach()), event.getAt());
        }
    }

    private void fail(AcceptedEvent event, RuntimeException cause) {
        failed.one();
        String failure = FailurePlace.of(cause);
        LOG.error("turn-failed task={} failure={}", context.taskId(), failure);
        writer.send(event.getCustomerId(), new Emission.Failed(event, failure), event.getAt());
    }
}
