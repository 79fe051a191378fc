// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.policy.ruleset.LadderRule.Action.OVERFLOW;
import static io.baton.yaml.Scalars.choice;
import static io.baton.yaml.Scalars.millis;

import io.baton.policy.ruleset.LadderRule;
import io.baton.policy.ruleset.LadderRule.Action;
import io.baton.policy.ruleset.LadderRule.Step;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads {@code ladders}. */
record LadderReader(Declared declared) {

    Map<String, LadderRule> read(Value section) {
        return section.each(entry -> {
            String id = Declared.id(entry);
            return entry.value().mapping(m -> new LadderRule(id, steps(m.required("steps"))));
        });
    }

    private List<Step> steps(Value list) {
        AtomicLong before = new AtomicLong();
        return list.items(item -> item.mapping(m -> step(m, before)));
    }

    private Step step(Mapping m, AtomicLong before) {
        Value after = m.required("after");
        long seconds = millis(after, Duration.ofSeconds(1), Duration.ofDays(30), Duration.ofDays(30)) / 1_000;
        if (seconds < before.getAndSet(seconds)) {
            after.fail("must not be earlier than the step before");
        }
        Action action = choice(m.required("action"), Action.class, Action.TELL_EXPECTATION);
        return new Step(seconds, action, queue(m, action));
    }

    private @Nullable String queue(Mapping m, Action action) {
        Value queue = m.optional("queue");
        if (action == OVERFLOW && !queue.given()) {
            queue.fail("is missing: overflow needs a queue to move to");
        } else if (action != OVERFLOW && queue.given()) {
            queue.fail("only goes with the action overflow");
        }
        return Declared.reference(queue, "queue", declared.queues());
    }
}
