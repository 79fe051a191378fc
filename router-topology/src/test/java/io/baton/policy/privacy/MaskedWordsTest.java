// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bench.AwkwardTexts;
import io.baton.policyfile.DefaultPolicy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A word that was harmless once is not looked at again; that changes nothing of what becomes of it, or of any other. */
class MaskedWordsTest {

    private final Masker masker = new Masker(DefaultPolicy.ruleset().masking());

    @Test
    void whatHasBeenMaskedBeforeIsMaskedAlike() {
        List<String> words = new ArrayList<>(AwkwardTexts.all());
        words.addAll(List.of("billing", "kb-42", "[EMAIL_1]", "[OTHER_1]", "ann@example.org", "+1 415 555 0123", ""));
        for (int again = 0; again < 3; again++) {
            for (String word : words) {
                Masking each = masker.begin("c-1");

                assertThat(each.maskWord(word))
                        .as(word)
                        .isEqualTo(masker.begin("c-1").mask(word));
                assertThat(each.placeholders())
                        .as(word)
                        .isEqualTo(masker.mask("c-1", word).placeholders());
            }
        }
    }

    @Test
    void aHarmlessWordIsGivenBackAsItIs() {
        String word = "on".concat("boarding");
        Masking masking = masker.begin("c-1");

        assertThat(masking.maskWord(word)).isSameAs(word);
        assertThat(masking.maskWord(word)).isSameAs(word);
    }
}
