// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.choice;
import static io.baton.yaml.Scalars.decimal;
import static io.baton.yaml.Scalars.flag;
import static io.baton.yaml.Scalars.text;
import static io.baton.yaml.Scalars.textOrNull;
import static io.baton.yaml.Scalars.whole;

import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.ThreeQuestions;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.util.Map;

/** Reads {@code categories}. */
record CategoryReader(Declared declared) {

    private static final double MAX_COST = 1_000_000;

    Map<String, CategoryRule> read(Value section) {
        return section.each(entry -> {
            String id = Declared.id(entry);
            return entry.value().mapping(m -> category(id, m));
        });
    }

    /** The tier as given, or what the three questions make of a new category; a lower one than that would contradict them. */
    private static int tier(Mapping m) {
        Value questions = m.optional("questions");
        if (!questions.given()) {
            return whole(m.required("tier"), 1, 3, 3);
        }
        int classified = questions
                .mapping(q -> new ThreeQuestions(
                        flag(q.required("repeatable"), false),
                        flag(q.required("judgement"), true),
                        flag(q.required("singleAnswer"), false)))
                .tier();
        Value tier = m.optional("tier");
        int given = whole(tier, 1, 3, classified);
        if (given < classified) {
            tier.fail("contradicts the three questions, which make it tier " + classified);
        }
        return given;
    }

    private CategoryRule category(String id, Mapping m) {
        return new CategoryRule(
                id,
                text(m.required("title")),
                whole(m.required("complexity"), 1, 5, 1),
                whole(m.required("intensity"), 1, 5, 1),
                tier(m),
                choice(m.optional("mode"), CategoryRule.Mode.class, CategoryRule.Mode.AI_FIRST),
                flag(m.optional("highStakes"), false),
                decimal(m.optional("costPerContact"), 0, MAX_COST, 0),
                decimal(m.optional("csatFloor"), 1, 5, 1),
                m.optional("identifiers").items(Scalars::text),
                textOrNull(m.optional("suggestedStep")),
                Declared.reference(m.optional("queue"), "queue", declared.queues()));
    }
}
