// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.routing;

import io.baton.policy.calendar.BusinessTime;
import io.baton.policy.condition.Facts;
import io.baton.policy.ownership.Ruling;
import io.baton.policy.ruleset.CalendarRule;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.QueueRule;
import io.baton.policy.ruleset.RouteRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.state.ConversationState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses queue, priority and due time of an escalation.
 *
 * <p>The queue of the category comes first, because it names people who can solve the issue; then the routes of the
 * policy in their order. The due time counts only hours in which the queue is open: a target nobody can meet would be
 * broken every night and say nothing.
 */
public final class Routing {

    /** They say who must answer, not how soon: a polite wish for a person overtakes nobody. */
    private static final Set<Signal> NOT_URGENT =
            EnumSet.of(Signal.HUMAN_REQUESTED, Signal.NO_CONSENT, Signal.HUMAN_ONLY);

    private static final String HARD = "hard:";

    private final Ruleset rules;

    public Routing(Ruleset rules) {
        this.rules = rules;
    }

    /** Where this escalation goes. {@code s} is the state after the ruling. */
    public Route of(ConversationState s, Ruling r) {
        CategoryRule category = rules.category(s.getCategory());
        QueueRule own = category.queue() == null ? null : rules.queues().get(category.queue());
        SegmentRule segment = rules.segment(s.getCustomer().getSegment());
        if (own != null) {
            return route(own, null, segment, r, "category:" + category.id());
        }
        RouteRule chosen = chosen(new Facts(s.getCustomer(), s, r.at()));
        QueueRule queue = Objects.requireNonNull(rules.queues().get(chosen.queue()));
        return route(queue, chosen.priority(), segment, r, chosen.id());
    }

    private RouteRule chosen(Facts facts) {
        for (RouteRule route : rules.routes()) {
            if (route.when() == null || route.when().holds(facts)) {
                return route;
            }
        }
        return rules.routes().get(rules.routes().size() - 1);
    }

    private Route route(QueueRule queue, @Nullable Integer fixed, SegmentRule segment, Ruling r, String rule) {
        int usual = fixed != null ? fixed : Math.min(queue.priority(), segment.priority());
        return new Route(queue.id(), Math.max(1, usual - raise(r)), dueAt(queue, segment, r.at()), rule);
    }

    /** One step for a hard reason that is about the matter, one more where a person is in distress. */
    private static int raise(Ruling r) {
        boolean hard = byTrigger(r.verdict().rule());
        boolean distress = false;
        for (Reading reading : r.verdict().readings()) {
            hard |= reading.hard() && !NOT_URGENT.contains(reading.signal());
            distress |= reading.signal() == Signal.DISTRESS && (reading.hard() || reading.aligned());
        }
        return (hard ? 1 : 0) + (distress ? 1 : 0);
    }

    /** A condition of the policy that escalates by itself leaves no reading, only its name in the rule. */
    private static boolean byTrigger(String rule) {
        return rule.startsWith(HARD)
                && Signal.byId(rule.substring(HARD.length())).isEmpty();
    }

    private OptionalLong dueAt(QueueRule queue, SegmentRule segment, long at) {
        if (queue.responseSeconds(segment) <= 0) {
            return OptionalLong.empty();
        }
        Instant from = Instant.ofEpochMilli(at);
        Duration target = Duration.ofSeconds(queue.responseSeconds(segment));
        CalendarRule calendar =
                queue.calendar() == null ? null : rules.calendars().get(queue.calendar());
        if (calendar == null) {
            return OptionalLong.of(from.plus(target).toEpochMilli());
        }
        return BusinessTime.add(calendar, from, target)
                .map(due -> OptionalLong.of(due.toEpochMilli()))
                .orElse(OptionalLong.empty());
    }
}
