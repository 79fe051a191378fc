// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.decimal;

import io.baton.policy.ruleset.PlaybookRule;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.util.Map;

/** Reads {@code playbooks}. */
record PlaybookReader(Declared declared) {

    Map<String, PlaybookRule> read(Value section) {
        return section.each(entry -> {
            String id = Declared.id(entry);
            return entry.value().mapping(m -> playbook(id, m));
        });
    }

    private PlaybookRule playbook(String id, Mapping m) {
        return new PlaybookRule(
                id,
                Scalars.id(m.required("kind")),
                decimal(m.optional("minShare"), 0, 1, 0),
                m.optional("holdBack").items(item -> item.oneOf("category", declared.categories(), "")),
                m.required("templates").each(entry -> {
                    Declared.id(entry);
                    return Scalars.text(entry.value());
                }),
                Declared.reference(m.optional("queue"), "queue", declared.queues()));
    }
}
