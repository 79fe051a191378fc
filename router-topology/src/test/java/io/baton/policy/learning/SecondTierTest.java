// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.policyfile.ShippedWords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is asked when, with an encoder that counts letters: enough to tell texts apart and to see what was read. */
class SecondTierTest {

    private static final class Letters implements Encoder {

        private final List<String> read = new ArrayList<>();

        @Override
        public String name() {
            return "letters";
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public float[] encode(String maskedText) {
            read.add(maskedText);
            return new float[] {maskedText.length() / 100f, maskedText.indexOf('o') / 100f};
        }
    }

    private final Letters encoder = new Letters();

    @Test
    void whereTheFirstIsSureNothingIsEncoded() {
        Score first = new Score(0, new double[] {0.6, 0.3, 0.1});
        TieredScorer.Listening listening = scorer(0.25).begin();
        listening.replied("How can I help?");

        assertThat(listening.customerSaid("No.", first)).isSameAs(first);
        assertThat(encoder.read).isEmpty();
    }

    @Test
    void whereItIsNotTheMessageAndTheReplyBeforeItDecide() {
        Score first = new Score(0, new double[] {0.4, 0.35, 0.25});
        TieredScorer.Listening listening = scorer(0.25).begin();
        listening.replied("How can I help?");

        Score one = listening.customerSaid("Not at all so", first);
        Score other = listening.customerSaid("Not at all so", first);

        assertThat(one).isNotSameAs(first);
        assertThat(one.probabilities()).isNotEqualTo(first.probabilities());
        assertThat(other).isNotSameAs(first);
        assertThat(encoder.read).containsExactly("How can I help?", "Not at all so", "Not at all so");
    }

    @Test
    void anotherEncoderIsRefused() {
        SecondTier tier = new SecondTier("other", 0.25, Models.any(3), new float[12]);

        assertThatThrownBy(() -> new TieredScorer(tier, encoder, ShippedWords.scorer()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("learned with sentence embeddings of other, here are those of letters");
    }

    private TieredScorer scorer(double margin) {
        float[] meaning = new float[12];
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] = i % 5 - 2;
        }
        SecondTier tier = new SecondTier("letters", margin, Models.any(3), meaning);
        return new TieredScorer(tier, encoder, ShippedWords.scorer());
    }
}
