// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.ruleset.TextModelRule;
import io.baton.policy.ruleset.TextModelRule.Mode;
import io.baton.policy.ruleset.TextModelRule.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section textModel: everything that can be said in it, and what is wrong in it is named with its place. */
class TextModelSectionTest {

    @Test
    void whatIsLeftOutIsOff() {
        TextModelRule rule = ((Parsed.Valid) PolicyFile.parse(PolicyFileTest.DOCUMENT, "p"))
                .ruleset()
                .textModel();

        assertThat(rule).isEqualTo(TextModelRule.OFF);
    }

    @Test
    void everythingCanBeSaid() {
        TextModelRule rule = rule("{use: file, version: latest, learning: {mode: propose, every: 2h, atLeast: 40,"
                + " examples: 500, trust: 80, limit: 0.5}}");

        assertThat(rule.use()).isEqualTo(Use.FILE);
        assertThat(rule.version()).isEqualTo(TextModelRule.LATEST);
        assertThat(rule.learning()).isEqualTo(new TextModelRule.Learning(Mode.PROPOSE, 7_200_000, 40, 500, 80, 0.5));
        assertThat(rule("{use: shipped, version: 37}").version()).isEqualTo(37);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {use: on}                                            | textModel.use: must be one of file, shipped, words (was on)
                    {use: shipped, version: -3}                          | textModel.version: must be 0, the number of a version, or latest (was -3)
                    {use: words, version: 3}                               | textModel.version: has no meaning where use is words
                    {use: words, learning: {mode: propose}}                | textModel.learning: there is nothing to learn where use is words
                    {use: shipped, learning: {mode: now}}                | textModel.learning.mode: must be one of frozen, none, propose (was now)
                    {use: shipped, learning: {every: 1s}}                | textModel.learning.every: must be a duration
                    {use: shipped, learning: {atLeast: 50, examples: 20}} | textModel.learning.atLeast: must be at most examples, which is 20
                    {use: shipped, learning: {limit: 0}}                 | textModel.learning.limit: must be between
                    {model: shipped}                                     | textModel.model
                    """)
    void whatIsWrongIsNamed(String section, String problem) {
        Parsed parsed = PolicyFile.parse(PolicyFileTest.DOCUMENT + "textModel: " + section + "\n", "p");

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Parsed.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .anySatisfy(found -> assertThat(found.render()).contains(problem)));
    }

    private static TextModelRule rule(String section) {
        Parsed parsed = PolicyFile.parse(PolicyFileTest.DOCUMENT + "textModel: " + section + "\n", "p");
        return ((Parsed.Valid) parsed).ruleset().textModel();
    }
}
