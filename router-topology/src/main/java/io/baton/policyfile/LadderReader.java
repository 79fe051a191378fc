// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.policy.ruleset.LadderRule.Action.OVERFLOW;
import static io.baton.yaml.Scalars.choice;
import static io.baton.yaml.Scalars.millis;

import io.baton.policy.ruleset.LadderRule;
import io.baton.policy.ruleset.LadderRule.Action;
import io.baton.policy.ruleset.LadderRule.Step;
import io.baton.policy.ruleset.QueueRule;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code ladders}. An overflow must lead on: one that leads back, over whatever queues, would only pass escalations
 * round.
 */
final class LadderReader {

    private final Declared declared;
    private final Map<String, QueueRule> queues;
    /** Where the overflows stand that have been read. */
    private final List<Overflow> overflows = new ArrayList<>();

    /** @param queues those of the policy, which say who uses which ladder */
    LadderReader(Declared declared, Map<String, QueueRule> queues) {
        this.declared = declared;
        this.queues = queues;
    }

    private record Overflow(String ladder, String target, Value place) {}

    Map<String, LadderRule> read(Value section) {
        Map<String, LadderRule> ladders = section.each(entry -> {
            String id = Declared.id(entry);
            return entry.value().mapping(m -> new LadderRule(id, steps(id, m.required("steps"))));
        });
        overflows.forEach(this::check);
        return ladders;
    }

    private List<Step> steps(String ladder, Value list) {
        AtomicLong before = new AtomicLong();
        return list.items(item -> item.mapping(m -> step(ladder, m, before)));
    }

    private Step step(String ladder, Mapping m, AtomicLong before) {
        Value after = m.required("after");
        long seconds = millis(after, Duration.ofSeconds(1), Duration.ofDays(30), Duration.ofDays(30)) / 1_000;
        if (seconds < before.getAndSet(seconds)) {
            after.fail("must not be earlier than the step before");
        }
        Action action = choice(m.required("action"), Action.class, Action.TELL_EXPECTATION);
        return new Step(seconds, action, queue(ladder, m, action));
    }

    private @Nullable String queue(String ladder, Mapping m, Action action) {
        Value queue = m.optional("queue");
        if (action == OVERFLOW && !queue.given()) {
            queue.fail("is missing: overflow needs a queue to move to");
        } else if (action != OVERFLOW && queue.given()) {
            queue.fail("only goes with the action overflow");
        }
        String target = Declared.reference(queue, "queue", declared.queues());
        if (target != null) {
            boolean again = overflows.stream()
                    .anyMatch(one -> one.ladder().equals(ladder) && one.target().equals(target));
            if (again) {
                queue.fail("is where this ladder has overflowed to already");
            } else {
                overflows.add(new Overflow(ladder, target, queue));
            }
        }
        return target;
    }

    private void check(Overflow overflow) {
        for (QueueRule queue : queues.values()) {
            if (overflow.ladder().equals(queue.ladder())) {
                List<String> way = way(overflow.target(), queue.id(), new LinkedHashSet<>());
                if (!way.isEmpty()) {
                    overflow.place().fail("leads back: " + queue.id() + " -> " + String.join(" -> ", way));
                    return;
                }
            }
        }
    }

    /** Queues from one to another along overflows, both ends included; empty where there is no way. */
    private List<String> way(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return List.of(to);
        }
        QueueRule queue = queues.get(from);
        if (queue == null || !seen.add(from)) {
            return List.of();
        }
        for (Overflow next : overflows) {
            List<String> rest = next.ladder().equals(queue.ladder()) ? way(next.target(), to, seen) : List.<String>of();
            if (!rest.isEmpty()) {
                List<String> way = new ArrayList<>(List.of(from));
                way.addAll(rest);
                return way;
            }
        }
        return List.of();
    }
}
