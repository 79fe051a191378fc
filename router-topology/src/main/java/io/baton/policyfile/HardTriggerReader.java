// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.condition.Condition;
import io.baton.policy.ruleset.HardTrigger;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code hardTriggers}. */
record HardTriggerReader(Declared declared) {

    List<HardTrigger> read(Value section) {
        List<HardTrigger> triggers = new ArrayList<>();
        section.each(entry -> {
            trigger(entry).ifPresent(triggers::add);
            return entry.name();
        });
        return List.copyOf(triggers);
    }

    private Optional<HardTrigger> trigger(Mapping.Entry entry) {
        String id = Declared.id(entry);
        if (Declared.SIGNALS.contains(id)) {
            entry.key().fail("is the name of a signal; mark that signal hard instead, or choose another name");
        }
        return entry.value().mapping(m -> {
            Condition when = new ConditionReader(declared).read(m.required("when"));
            String text = Scalars.text(m.required("text"));
            return when == null ? Optional.empty() : Optional.of(new HardTrigger(id, when, text));
        });
    }
}
