// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.ruleset.MaskingRule;
import io.baton.state.Placeholder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G02")
class PlaceholderNumbersTest {

    private final Masker masker = new Masker(new MaskingRule(List.of("EMAIL", "CARD"), "US", Map.of()));
    private final PlaceholderNumbers numbers = new PlaceholderNumbers();

    @Test
    void equalValuesHaveEqualNumbersAcrossTheTextsOfAConversation() {
        assertThat(renumbered("I am jane@example.com")).isEqualTo("I am [EMAIL_1]");
        assertThat(renumbered("or joe@example.com, not JANE@example.com")).isEqualTo("or [EMAIL_2], not [EMAIL_1]");
        assertThat(renumbered("4111111111111111 of joe@example.com")).isEqualTo("[CARD_1] of [EMAIL_2]");
    }

    @Test
    void whatACustomerTypedIsNeverTakenForAPlaceholder() {
        assertThat(renumbered("I am jane@example.com")).isEqualTo("I am [EMAIL_1]");
        assertThat(renumbered("[EMAIL_1] means joe@example.com")).isEqualTo("(EMAIL_1) means [EMAIL_2]");
    }

    @Test
    void swappedNumbersAreSwappedInOnePass() {
        numbers.apply("[EMAIL_1]", List.of(new Placeholder("EMAIL", 1, 70)));

        String text = numbers.apply(
                "[EMAIL_1] [EMAIL_2] [EMAIL_3]",
                List.of(new Placeholder("EMAIL", 1, 80), new Placeholder("EMAIL", 2, 70)));

        assertThat(text).isEqualTo("[EMAIL_2] [EMAIL_1] [EMAIL_3]");
    }

    @Test
    void aTextWithoutPlaceholdersStaysAsItIs() {
        assertThat(numbers.apply("[x] $1 \\", List.of())).isEqualTo("[x] $1 \\");
        assertThat(numbers.apply("[x] $1 \\", List.of(new Placeholder("EMAIL", 1, 1))))
                .isEqualTo("[x] $1 \\");
    }

    private String renumbered(String text) {
        Masked masked = masker.mask("c-1", text);
        return numbers.apply(masked.text(), masked.placeholders());
    }
}
