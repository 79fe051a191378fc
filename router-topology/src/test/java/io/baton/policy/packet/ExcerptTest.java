// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final String[] PIECES = {
        "a", "word", " ", "  ", "\n", "\t", "\r\n", "\f", "\u000b", "\u00a0", "\u2003", "é", "😀"
    };

    @Test
    void everyRunOfWhiteSpaceIsOneSpace() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThat(Excerpt.of(text.toString(), 1_000))
                    .isEqualTo(text.toString().strip().replaceAll("\\s+", " "));
        }
    }

    @Test
    void aLongTextIsCutAtAWordAndNeverInsideACharacter() {
        assertThat(Excerpt.of("one two three four", 12)).isEqualTo("one two…");
        assertThat(Excerpt.of("😀".repeat(20), 10)).isEqualTo("😀".repeat(4) + "…");
    }
}
