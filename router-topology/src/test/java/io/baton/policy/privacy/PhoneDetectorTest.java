// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of digits that are not asked of the library, and those beside them that are. */
class PhoneDetectorTest {

    private final PhoneDetector detector = new PhoneDetector("US");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where is order 4155550123",
                "ticket #4155550123.",
                "invoice number is 4155550123, please",
                "it was $4155550123",
                "4155550123 USD were charged"
            })
    void aReferenceOrAnAmountIsNoTelephone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order +14155550123",
                "order (415) 555-0123",
                "order (4155550123",
                "order +/4923371517",
                "order 415 555 0123",
                "ticket #4155550123 ext 5",
                "4155550123",
                "my phone no 4155550123"
            })
    void whateverMakesItATelephoneIsLookedAt(String text) {
        assertThat(found(text)).hasSize(1);
    }

    private List<Span> found(String text) {
        List<Span> found = new ArrayList<>();
        detector.find(text, found);
        return found;
    }
}
