// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTrieTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cancel* | Cancelled! | 1",
                "cancel* | I cancel | 1",
                "cancel | cancelled | 0",
                "sue | we pursue this | 0",
                "can't cope | I can\u2019t cope | 1",
                "can't cope | I can`t  COPE any more | 1",
                "can't cope | I can't. Cope with it | 0",
                "third time | the third, time | 0",
                "e-mail | my e mail | 1",
                "quelqu'un | quelqu\u2019un | 1",
                "agent | l'agent | 1",
                "no* use | nothing use | 1",
                "ab* | about abc | 2",
                "größe | GRÖSSE größe | 1",
                "urgent* | urgentlyyyy | 1",
                "you* | you and yours or young, yo | 3",
                "don't* | DON\u2019TS and don'ts, don | 2",
                "caf\u00e9* | caf\u00e9s but cafes | 1",
                "d* | done | 1",
                "so bad | soooo baaaad | 1",
                "人 | 两个人 | 1"
            })
    void phrasesAreFoundOnWordBoundaries(String phrase, String text, int times) {
        assertThat(found(text, phrase)).hasSize(times);
    }

    @Test
    void wildcardsOfDifferentLengthAreAllFound() {
        assertThat(found("cancellation", "can*", "cancel*", "cancellation", "c* x"))
                .hasSize(3);
    }

    @Test
    void aPhraseWithoutLettersIsLeftOut() {
        assertThat(found("anything goes", "*", "", "!!")).isEmpty();
    }

    private static List<Integer> found(String text, String... phrases) {
        CueTrie.Builder builder = new CueTrie.Builder();
        for (String phrase : phrases) {
            builder.add(phrase, new Meaning(Cue.ESCALATION, 0, 0));
        }
        CueTrie trie = builder.build();
        Words words = Words.of(text, trie);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < words.count(); i++) {
            trie.match(words, i, (meaning, start, length) -> starts.add(start));
        }
        return starts;
    }
}
