// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern that is tried only where it can begin finds what it would find anywhere. */
class PatternStartTest {

    private static final int TEXTS = 12_000;
    private static final String SIGNS = "AABBCK777901x _- .\n\u00E9\u0301\u0661";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\\b(?!000|666|9\\d\\d)\\d{3}-\\d{2} ; 0123456789",
                "\\b[A-CK][A-Z] ?\\d{2} ; ABCK",
                "KD-[0-9]{4,12} ; K",
                "[\\dx]-\\d ; 0123456789x",
                "(?<![A-Z(|)])7+\\d(a|b) ; 7"
            })
    void whatAMatchBeginsWithIsRead(String pattern, String letters) {
        PatternStart start = PatternStart.of(Pattern.compile(pattern));

        assertThat(start).isNotNull();
        assertThat(IntStream.range(0, 256)
                        .filter(c -> start.possible(Character.toString(c), 0))
                        .mapToObj(Character::toString)
                        .toList())
                .containsExactlyElementsOf(
                        letters.chars().mapToObj(Character::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A?\\d{3}",
                "A{0,2}\\d{3}",
                "A*\\d",
                "1|A\\d",
                "(A|B)\\d",
                "[^A]\\d",
                "\\w\\d",
                ".\\d",
                "#\\d",
                "[a-]\\d",
                "\\p{Lu}\\d",
                "AB",
                "(?i)a\\d",
                "\\b?1\\d"
            })
    void whereItIsNotKnownAMatchMayBeginAnywhere(String pattern) {
        assertThat(PatternStart.of(Pattern.compile(pattern))).isNull();
    }

    @Test
    void lettersOfBothCasesAreNotToldApart() {
        assertThat(PatternStart.of(Pattern.compile("A\\d", Pattern.CASE_INSENSITIVE)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\b[A-CK][A-Z] ?\\d{2}\\b",
                "\\b(?!00)\\d{2}-?\\d",
                "(?<!A)[AB]\\d",
                "(?<=A|^)7\\d*",
                "K+\\d|Kx",
                "^7\\d",
                "\\bx\\d?[_ ]?\\d",
                "7(?=7|9)\\d{1,3}$"
            })
    void theSamePlacesAreFound(String pattern) {
        PatternDetector detector = new PatternDetector("X", Pattern.compile(pattern));
        Random random = new Random(5);
        int places = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = IntStream.range(0, random.nextInt(40))
                    .map(at -> SIGNS.charAt(random.nextInt(SIGNS.length())))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            List<Span> found = new ArrayList<>();
            detector.find(text, found);
            List<String> expected = new ArrayList<>();
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            while (matcher.find()) {
                expected.add(matcher.start() + "-" + matcher.end());
            }
            assertThat(found.stream().map(span -> span.start() + "-" + span.end()))
                    .as(text)
                    .containsExactlyElementsOf(expected);
            places += found.size();
        }
        assertThat(places).isGreaterThan(50);
    }
}
