// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.text;
import static io.baton.yaml.Scalars.textOrNull;
import static io.baton.yaml.Scalars.whole;

import io.baton.policy.condition.Condition;
import io.baton.policy.ruleset.QueueRule;
import io.baton.policy.ruleset.RouteRule;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code queues} and {@code routes}. */
record QueueReader(Declared declared) {

    Map<String, QueueRule> queues(Value section) {
        return section.each(entry -> {
            String id = Declared.id(entry);
            return entry.value()
                    .mapping(m -> new QueueRule(
                            id,
                            text(m.required("title")),
                            whole(m.required("priority"), 1, 5, 5),
                            textOrNull(m.optional("skill")),
                            Declared.reference(m.optional("calendar"), "calendar", declared.calendars()),
                            Declared.reference(m.optional("ladder"), "ladder", declared.ladders()),
                            targets(m.optional("respondWithin"))));
        });
    }

    /** One span for all segments, or one for each that is named and {@code default} for the others. */
    private Map<String, Long> targets(Value value) {
        if (!value.given()) {
            return Map.of();
        }
        if (!value.isCollection()) {
            return Map.of(QueueRule.ANY_SEGMENT, SegmentReader.respondWithin(value));
        }
        Set<String> known = new TreeSet<>(declared.segments());
        known.add(QueueRule.ANY_SEGMENT);
        return value.each(entry -> {
            entry.key().oneOf("segment", known, "");
            return SegmentReader.respondWithin(entry.value());
        });
    }

    List<RouteRule> routes(Value section) {
        Set<String> seen = new HashSet<>();
        int last = section.size() - 1;
        return section.items((index, item) -> item.mapping(m -> route(m, seen, index == last)));
    }

    private RouteRule route(Mapping m, Set<String> seen, boolean last) {
        Value id = m.required("id");
        String name = Scalars.id(id);
        if (!name.isEmpty() && !seen.add(name)) {
            id.fail("route '" + name + "' is given twice");
        }
        Condition when = Ordered.condition(m, last, new ConditionReader(declared)::read);
        Value priority = m.optional("priority");
        return new RouteRule(
                name,
                when,
                m.required("queue").oneOf("queue", declared.queues(), ""),
                priority.given() ? Integer.valueOf(whole(priority, 1, 5, 5)) : null);
    }
}
