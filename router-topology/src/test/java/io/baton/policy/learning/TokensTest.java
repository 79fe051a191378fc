// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.signal.TextScorer;
import io.baton.policyfile.ShippedWords;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that the word lists pass on are the words that a reading of its own would find, or it is said that they are not. */
class TokensTest {

    private static final String SIGNS =
            "aaeeiioosttnnrhldcBTID09  ''`_.,:;=)(D!?-\n\u2019\u00e9\u00df\u4e2d\uD83D\uDE21\uFF1F\u0130";

    private final TextScorer lexicon = ShippedWords.scorer();
    private final Tokens told = new Tokens();
    private final Tokens read = new Tokens();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't know, it's order 77B4!! WHY? That's 3.50 (or more)",
                "it ends with an apostrophe' and 'begins with one",
                "",
                "   ",
                "?!",
                "no dots...no   spaces"
            })
    void plainEnglishIsToldAndNotReadAgain(String text) {
        tell(text);

        assertThat(told.sure()).isTrue();
        assertSame(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snake_case", "d'accord", "fine :D", "caf\u00e9", "it`s", "I\u2019m", "\uD83D\uDE21 why"})
    void whereOthersCutOtherwiseItIsSaid(String text) {
        tell(text);

        assertThat(told.sure()).isFalse();
    }

    @Test
    void whatIsToldOfAnyTextIsWhatWouldBeReadOrNotRelied() {
        Random random = new Random(7);
        int sure = 0;
        for (int i = 0; i < 20_000; i++) {
            int signs = i % 2 == 0 ? 33 : SIGNS.length();
            String text = IntStream.range(0, random.nextInt(40))
                    .map(at -> SIGNS.charAt(random.nextInt(signs)))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            tell(text);
            if (told.sure()) {
                sure++;
                assertSame(text);
            }
        }
        assertThat(sure).isGreaterThan(5_000);
    }

    @Test
    void bothStopAtTheSameWord() {
        String text = "Does it never end? ".repeat(200);
        tell(text);

        assertThat(told.count()).isEqualTo(Tokens.MOST);
        assertSame(text);
    }

    private void tell(String text) {
        told.begin();
        lexicon.score(text, told);
    }

    private void assertSame(String text) {
        read.read(text);
        assertThat(all(told)).as(text).isEqualTo(all(read));
    }

    private static String all(Tokens tokens) {
        return IntStream.range(0, tokens.count()).mapToObj(tokens::hash).toList() + " " + tokens.words() + " "
                + tokens.questions() + " " + tokens.exclamations() + " " + tokens.numbers() + " " + tokens.shouted()
                + " "
                + tokens.faces() + " " + tokens.endsWithQuestion();
    }
}
