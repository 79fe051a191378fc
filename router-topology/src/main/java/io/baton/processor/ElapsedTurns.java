// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Alert;
import io.baton.failure.FailurePlace;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to conversations without an event of theirs: due timers, reports of availability, incidents. */
final class ElapsedTurns {

    /** Timers fired in one go before records get their turn again. */
    static final int AT_ONCE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ElapsedTurns.class);
    /** A timer on which a rule fails is tried again after this time, with the policy of that moment. */
    private static final long RETRY_AFTER_MILLIS = 3_600_000;

    private final TaskId task;
    private final Stores stores;
    private final TurnPlanner planner;
    private final TurnWriter writer;
    private final JourneyPlanner customers;
    private final QueueWatch watch;
    private final Sleepers sleepers;
    private final Counted failed;

    /** What it looks at. */
    record Stores(
            ConversationStore conversations,
            JourneyStore journeys,
            PendingTimers timers,
            WaitingLine line,
            AvailabilityBoard board) {}

    ElapsedTurns(TaskId task, Stores stores, TurnPlanner planner, TurnWriter writer, Counted failed) {
        this.task = task;
        this.stores = stores;
        this.planner = planner;
        this.writer = writer;
        this.customers = new JourneyPlanner(stores.journeys());
        this.watch = new QueueWatch(stores.board());
        this.sleepers = new Sleepers(stores.conversations());
        this.failed = failed;
    }

    /** Fires what is due, the first first, at most so many. */
    void fireDue(long now, int most, Rules rules) {
        int left = most;
        while (left > 0) {
            List<Bytes> due = stores.timers().due(now, Math.min(left, AT_ONCE));
            if (due.isEmpty()) {
                return;
            }
            due.forEach(timer -> fire(timer, now, rules));
            left -= due.size();
        }
    }

    private void fire(Bytes timer, long now, Rules rules) {
        Bytes waiting = Keys.waiting(timer);
        Plan plan = null;
        JourneyStore.Encoded journey = null;
        try {
            if (Keys.isCustomer(waiting)) {
                journey = customers.expired(timer, now, rules);
            } else {
                plan = planner.elapsed(waiting, now, rules);
            }
        } catch (RuntimeException e) {
            fail("timer-failed", e);
            stores.timers().set(now + RETRY_AFTER_MILLIS, waiting);
        }
        stores.timers().clear(Keys.due(timer), waiting);
        if (journey != null) {
            stores.journeys().save(journey);
        }
        if (plan != null) {
            writer.carryOut(plan);
        }
    }

    /** Looks at what waits in queues of which something was reported, first in line first. */
    void attend(long now, Rules rules) {
        List<String> reported = watch.reported(now);
        for (String queue : reported) {
            for (Bytes conversation : stores.line().waiting(queue)) {
                carryOut("availability-failed", () -> planner.attended(conversation, now, rules));
            }
        }
        if (task.partition() == 0) {
            for (Alert alert : watch.unknown(reported, rules.ruleset())) {
                long at = alert.getRaisedAt().toEpochMilli();
                writer.send(alert.getAlertId(), new Emission.Alerted(alert), at);
            }
        }
    }

    /** Looks at conversations that an incident may touch. */
    void wake(long now, Rules rules) {
        for (Bytes conversation : sleepers.next(rules.incidents(), now)) {
            carryOut("waking-failed", () -> planner.woken(conversation, now, rules));
        }
    }

    private void carryOut(String what, Supplier<@Nullable Plan> planning) {
        Plan plan = null;
        try {
            plan = planning.get();
        } catch (RuntimeException e) {
            fail(what, e);
        }
        if (plan != null) {
            writer.carryOut(plan);
        }
    }

    private void fail(String what, RuntimeException cause) {
        failed.one();
        LOG.error("{} task={} failure={}", what, task, FailurePlace.of(cause));
    }
}
