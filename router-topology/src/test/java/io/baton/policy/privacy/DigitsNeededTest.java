// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsNeededTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\\b(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}\\b ; 9",
                "\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b ; 6",
                "KD-[0-9]{4,12} ; 4",
                "(?:\\d{3}|\\d\\d)x ; 2",
                "(\\d[0-4]){2}+7?8+?9{2}? ; 7",
                "(?>1|23)(?<=45)(?<!6)(?=7) ; 1",
                "[\\d]{3,}[0-9a]{5} ; 3",
                "\\p{Lu}\\d\\pL1 ; 2",
                "ab|12 ; 0",
                "[^0-9]{9}\\w{9}.{9} ; 0"
            })
    void theFewestDigitsOfAnyMatchAreCounted(String pattern, int digits) {
        assertThat(DigitsNeeded.by(Pattern.compile(pattern))).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)\\d{9}",
                "(?<id>\\d{9})",
                "(\\d)\\1{9}",
                "\\Q1\\E{9}",
                "[0-9&&[1-3]]{9}",
                "[[0-9]]{9}",
                "\\x31{9}",
                "\\0171",
                "(?U)\\d{9}",
                "\\N{DIGIT ONE}{9}"
            })
    void whatIsNotUnderstoodIsTriedOnEveryText(String pattern) {
        assertThat(DigitsNeeded.by(Pattern.compile(pattern))).isZero();
    }

    @Test
    void flagsThatChangeWhatADigitIsAreNotUnderstood() {
        assertThat(DigitsNeeded.by(Pattern.compile("\\d{9}", Pattern.UNICODE_CHARACTER_CLASS)))
                .isZero();
        assertThat(DigitsNeeded.by(Pattern.compile("1 {9}2", Pattern.COMMENTS))).isZero();
        assertThat(DigitsNeeded.by(Pattern.compile("\\d{9}", Pattern.CASE_INSENSITIVE)))
                .isEqualTo(9);
    }
}
