// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TargetRule;
import io.baton.yaml.Problem;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Targets of figures, each channel by itself. */
@Tag("M28")
class TargetSectionTest {

    @Test
    void theDefaultPolicyAsksOfEachChannelSomethingElse() {
        Ruleset rules = DefaultPolicy.ruleset();

        TargetRule automated = rules.qa().targets(Channel.AUTOMATED).get("csat");
        assertThat(automated.in("how-to")).isEqualTo(4.0);
        assertThat(automated.in("billing-question")).isEqualTo(3.8);
        assertThat(rules.qa().targets(Channel.AUTOMATED).get("reopen-rate").isMet(0.2, 0.1))
                .isFalse();
        assertThat(rules.qa().targets(Channel.HUMAN))
                .containsKey("context-score")
                .doesNotContainKey("containment");
    }

    @Test
    void everyMistakeIsNamedAtOnceWithLineAndPath() {
        String document = DefaultPolicy.document()
                .replaceFirst("(?m)^      containment: .*$", "      contanment: {atLeast: 0.7}")
                .replaceFirst("(?m)^      confidence: .*$", "      confidence: {atLeast: 85}")
                .replaceFirst("categories: .billing-question: 3.8.", "categories: {billing-qestion: 3.8}")
                .replaceFirst("(?m)^      context-score: .*$", "      context-score: {atLeast: 4, atMost: 5}")
                .replaceFirst("(?m)^    assisted:$", "    asisted:");

        Parsed parsed = PolicyFile.parse(document, "p.yaml");

        List<Problem> problems = ((Parsed.Invalid) parsed).problems();
        assertThat(problems)
                .extracting(Problem::path)
                .contains(
                        "qa.targets.automated.contanment",
                        "qa.targets.automated.confidence.atLeast",
                        "qa.targets.automated.csat.categories.billing-qestion",
                        "qa.targets.human.context-score",
                        "qa.targets.asisted");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.line()).isPositive());
        assertThat(problems.get(0).render()).contains("contanment").contains("did you mean");
    }
}
