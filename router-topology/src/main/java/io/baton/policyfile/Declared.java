// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.QueueRule;
import io.baton.policy.signal.Signal;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names that a document declares, gathered before it is read, so that every reference can be checked in place. */
record Declared(
        Set<String> categories,
        Set<String> segments,
        Set<String> queues,
        Set<String> calendars,
        Set<String> ladders,
        Set<String> hardTriggers,
        Set<String> playbooks,
        Map<String, Set<String>> targets) {

    static final Set<String> SIGNALS =
            Arrays.stream(Signal.values()).map(Signal::id).collect(Collectors.toUnmodifiableSet());

    static Declared in(Mapping root) {
        return new Declared(
                root.optional("categories").names("id"),
                root.optional("segments").names("id"),
                root.optional("queues").names("id"),
                root.optional("calendars").names("id"),
                root.optional("ladders").names("id"),
                root.optional("hardTriggers").names("id"),
                root.optional("playbooks").names("id"),
                targets(root.optional("queues")));
    }

    /** Segments for which each queue has a response target of its own; {@code default} stands for all. */
    private static Map<String, Set<String>> targets(Value queues) {
        Map<String, Set<String>> targets = new TreeMap<>();
        queues.quietly()
                .each(entry -> entry.value().mapping(m -> {
                    Value own = m.optional("respondWithin");
                    boolean forAll = own.given() && !own.isCollection();
                    return targets.put(entry.name(), forAll ? Set.of(QueueRule.ANY_SEGMENT) : own.names("id"));
                }));
        return targets;
    }

    /** Queues that have no response target of their own for a segment. */
    List<String> queuesWithoutTarget(String segment) {
        return targets.entrySet().stream()
                .filter(queue ->
                        !queue.getValue().contains(segment) && !queue.getValue().contains(QueueRule.ANY_SEGMENT))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Reasons that a message to the customer can be given for. */
    Set<String> reasons() {
        Set<String> reasons = new TreeSet<>(SIGNALS);
        reasons.addAll(hardTriggers);
        reasons.addAll(playbooks);
        reasons.addAll(List.of("default", "score"));
        return reasons;
    }

    /** A signal by its id; reported where there is no such signal. */
    static Optional<Signal> signal(Value value) {
        return Signal.byId(value.oneOf("signal", SIGNALS, ""));
    }

    /** A reference that may be left out. */
    static @Nullable String reference(Value value, String what, Set<String> known) {
        String name = value.oneOf(what, known, "");
        return name.isEmpty() ? null : name;
    }

    /** The key of an entry as an id of the policy. */
    static String id(Mapping.Entry entry) {
        Scalars.id(entry.key());
        return entry.name();
    }
}
