// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.policy.ruleset.WordGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFileTest {

    @Test
    void headingsGiveCueAndValuesToThePhrasesBelow() {
        List<WordGroup> groups = WordFile.parse(
                "en/x.txt",
                "# remark\n\n[CONTACT] # remark\ntalk, speak\nput me on\n[VALENCE 0 / -1.5]\nhelp*\n[VALENCE 2]\ngood");
        assertThat(groups)
                .containsExactly(
                        new WordGroup("CONTACT", 0, 0, List.of("talk", "speak", "put me on")),
                        new WordGroup("VALENCE", 0, -1.5, List.of("help*")),
                        new WordGroup("VALENCE", 2, -1.4, List.of("good")));
    }

    @Test
    void aTildeAddsTheUsualMisspellings() {
        List<String> phrases =
                WordFile.parse("x", "[AGENT]\nchat ~operator").get(0).phrases();
        assertThat(phrases)
                .contains("chat operator", "chat oprator", "chat opertaor", "chat operattor", "chat operater")
                .doesNotHaveDuplicates()
                .doesNotContain("chat perator", "chat operato");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "talk | en/x.txt:1: phrases before the first [CUE]",
                "[SHOUT] | en/x.txt:1: there is no cue 'SHOUT'",
                "[CONTACT | en/x.txt:1: '[CONTACT' is no heading such as [CONTACT], [DEGREE 1.3] or [VALENCE 0 / -1.5]",
                "[CONTACT 2] | en/x.txt:1: CONTACT has no value",
                "[VALENCE] | en/x.txt:1: VALENCE needs a value",
                "[CONTACT];talk,,speak | en/x.txt:2: '' is no phrase in lower case, * only at the end of a word",
                "[CONTACT];Talk | en/x.txt:2: 'Talk' is no phrase in lower case, * only at the end of a word",
                "[CONTACT];t*lk | en/x.txt:2: 't*lk' is no phrase in lower case, * only at the end of a word",
                "[AGENT];;~agent | en/x.txt:3: '~agent': ~ stands before a whole word of 6 letters or more"
            })
    void aMalformedLineIsNamedWithItsFile(String text, String message) {
        assertThatThrownBy(() -> WordFile.parse("en/x.txt", text.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void theListsThatShipAreReadable() {
        assertThat(ShippedWords.all()).extracting(WordGroup::cue).contains("VALENCE", "CONTACT", "FILLER", "OTHER");
    }
}
