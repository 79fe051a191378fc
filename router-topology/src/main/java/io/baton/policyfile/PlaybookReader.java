// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.decimal;
import static io.baton.yaml.Scalars.millis;
import static io.baton.yaml.Scalars.whole;

import io.baton.policy.condition.Condition;
import io.baton.policy.ruleset.PlaybookRule;
import io.baton.policy.ruleset.ScenarioRule;
import io.baton.policy.ruleset.SpikeRule;
import io.baton.policy.ruleset.TriageRule;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code playbooks} and {@code scenarios}. */
record PlaybookReader(Declared declared) {

    private static final int MOST = 1_000_000;
    private static final Duration LEAST_SPAN = Duration.ofMinutes(1);
    /** Figures of minutes are summed over at most so long. */
    private static final Duration LONGEST_SPAN = Duration.ofHours(2);

    Map<String, PlaybookRule> read(Value section) {
        Map<String, String> starts = new HashMap<>();
        return section.each(entry -> {
            String id = Declared.id(entry);
            return entry.value().mapping(m -> playbook(id, m, starts));
        });
    }

    List<ScenarioRule> scenarios(Value section) {
        List<ScenarioRule> scenarios = new ArrayList<>();
        section.each(entry -> {
            scenario(entry).ifPresent(scenarios::add);
            return entry.name();
        });
        return List.copyOf(scenarios);
    }

    private PlaybookRule playbook(String id, Mapping m, Map<String, String> starts) {
        Value kind = m.required("kind");
        double minShare = decimal(m.optional("minShare"), 0, 1, 0);
        String name = Scalars.id(kind);
        String other = starts.putIfAbsent(name + " " + minShare, id);
        if (other != null) {
            kind.fail(
                    "playbook '" + other + "' starts with the same kind and share; only one of them would ever apply");
        }
        Value templates = m.required("templates");
        if (templates.given() && templates.size() == 0) {
            templates.fail("must hold the text of at least one stage");
        }
        return new PlaybookRule(
                id,
                name,
                minShare,
                m.optional("holdBack").items(item -> item.oneOf("category", declared.categories(), "")),
                templates.each(entry -> {
                    Declared.id(entry);
                    return Scalars.text(entry.value());
                }),
                Declared.reference(m.optional("queue"), "queue", declared.queues()),
                triage(m.optional("triage")),
                m.optional("steps").items(Scalars::text),
                spike(m.optional("spike")));
    }

    private static @Nullable SpikeRule spike(Value section) {
        return section.given()
                ? section.mapping(m -> new SpikeRule(
                        window(m.required("window")),
                        whole(m.required("minVolume"), 1, MOST, MOST),
                        decimal(m.required("factor"), 1.1, 1_000, 2)))
                : null;
    }

    private static long window(Value value) {
        long window = millis(value, LEAST_SPAN, LONGEST_SPAN, LONGEST_SPAN);
        if (window % LEAST_SPAN.toMillis() != 0) {
            value.fail("must be whole minutes");
        }
        return window;
    }

    private List<TriageRule> triage(Value list) {
        int last = list.size() - 1;
        return list.items((index, item) -> item.mapping(m -> {
            Condition when = Ordered.condition(m, index == last, new ConditionReader(declared)::read);
            return new TriageRule(when, whole(m.required("priority"), 1, 5, 5), seconds(m.optional("respondWithin")));
        }));
    }

    private Optional<ScenarioRule> scenario(Mapping.Entry entry) {
        String id = Declared.id(entry);
        return entry.value().mapping(m -> {
            Condition when = new ConditionReader(declared).read(m.required("when"));
            Value steps = m.required("steps");
            if (steps.given() && steps.size() == 0) {
                steps.fail("must hold at least one");
            }
            String title = Scalars.text(m.required("title"));
            String queue = Declared.reference(m.optional("queue"), "queue", declared.queues());
            int priority = whole(m.optional("priority"), 1, 5, 0);
            long seconds = seconds(m.optional("respondWithin"));
            List<String> texts = steps.items(Scalars::text);
            return when == null
                    ? Optional.<ScenarioRule>empty()
                    : Optional.of(new ScenarioRule(id, title, when, queue, priority, seconds, texts));
        });
    }

    private static long seconds(Value value) {
        return millis(value, Duration.ofSeconds(1), Duration.ofDays(30), Duration.ZERO) / 1_000;
    }
}
