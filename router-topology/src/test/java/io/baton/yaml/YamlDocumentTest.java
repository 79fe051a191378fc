// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlDocumentTest {

    @Test
    void billionLaughsAreRefusedBeforeTheyGrow() {
        String document = """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                """;
        assertThat(problems(document))
                .hasSize(18)
                .first()
                .extracting(Problem::render)
                .isEqualTo("d.yaml:2:8 aliases (*name) are not allowed, write it out");
    }

    @Test
    void tagsAreRefused() {
        assertThat(problems("a: !!javax.script.ScriptEngineManager [b]\nc: !mine d"))
                .extracting(Problem::render)
                .containsExactly("d.yaml:1:4 tags (!name) are not allowed", "d.yaml:2:4 tags (!name) are not allowed");
    }

    @Test
    void keyThatIsGivenTwiceIsAnError() {
        assertThat(problems("a: 1\nb: 2\na: 3"))
                .extracting(Problem::render)
                .containsExactly("d.yaml:3:1 a: is given twice, first in line 1");
    }

    @Test
    void whatIsNotYamlIsReportedWithItsPlace() {
        assertThat(problems("a: 1\nb: [1, 2\nc: 3").get(0).render()).startsWith("d.yaml:3:2 is not YAML: ");
        assertThat(problems("a: 1\n---\nb: 2").get(0).message()).startsWith("is not YAML: ");
        assertThat(problems("")).extracting(Problem::message).containsExactly("is empty");
        assertThat(problems("a: 1\nb: \u0007"))
                .extracting(Problem::render)
                .containsExactly("d.yaml:2:4 holds a character that YAML forbids");
    }

    @Test
    void sizeAndDepthAreBounded() {
        assertThat(problems("a: " + "x".repeat(YamlDocument.MAX_CHARS)).get(0).message())
                .contains("is too long");
        assertThat(problems("a: " + "[".repeat(50_000)).get(0).message()).contains("is nested too deeply");
    }

    @Test
    void rootMustBeAMapping() {
        assertThat(problems("- a\n- b")).extracting(Problem::message).containsExactly("must be a mapping (was a list)");
    }

    @Test
    void emptyValueCountsAsAbsent() {
        assertThat(problems("a:\nb: 1\nc: 2\nd: 3\n"))
                .extracting(Problem::render)
                .containsExactly("d.yaml:1:3 a: is missing");
    }

    private static List<Problem> problems(String document) {
        Reading<Integer> reading = YamlDocument.read(
                document,
                "d.yaml",
                root -> root.mapping(m -> {
                    for (String key : List.of("b", "c", "d")) {
                        m.optional(key);
                    }
                    return Scalars.whole(m.required("a"), 0, 9, 0);
                }));
        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        return ((Reading.Invalid<Integer>) reading).problems();
    }
}
