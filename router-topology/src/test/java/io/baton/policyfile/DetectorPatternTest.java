// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.yaml.Problem;
import io.baton.yaml.Reading;
import io.baton.yaml.YamlDocument;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorPatternTest {

    @ParameterizedTest
    @ValueSource(strings = {"\\b\\d{3}-\\d{2}-\\d{4}\\b", "(?:[A-Z]{2} ?){3}", "KD-[0-9]{4,12}", "\\b[a-z]+@intern\\b"})
    void patternOfAnIdIsAccepted(String pattern) {
        assertThat(problems(pattern)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(a+)+$ | takes too long on ordinary texts",
                "\\w+\\s*\\w+\\s*x | takes too long on ordinary texts",
                "(\\d+)*x | takes too long on ordinary texts",
                "[0-9]* | must not match nothing",
                "(\\d)\\1 | must not refer back",
                "([a-z | is not a regular expression"
            })
    void patternThatCouldStopTheRouterIsRefused(String pattern, String message) {
        assertThat(problems(pattern))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains(message);
    }

    private static List<Problem> problems(String pattern) {
        Reading<String> reading = YamlDocument.read(
                "p: '" + pattern + "'",
                "p.yaml",
                root -> root.mapping(m -> DetectorPattern.read(m.required("p")).pattern()));
        return reading instanceof Reading.Invalid<String> invalid ? invalid.problems() : List.of();
    }
}
