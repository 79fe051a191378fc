// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policyfile.PolicyChanges.Change;
import org.junit.jupiter.api.Test;

class PolicyChangesTest {

    @Test
    void settingsAreComparedAndNotLines() {
        String before = "version: '1'\nsignals:\n  too-long: {threshold: 90s, weight: 0.25}\n";
        String after =
                "# said otherwise\nsignals:\n  too-long:\n    weight: 0.25\n    threshold: 120s\nversion: \"1\"\n";

        assertThat(PolicyChanges.between(before, after))
                .containsExactly(new Change("signals.too-long.threshold", "90s", "120s"));
    }

    @Test
    void anItemThatNamesItselfIsFoundByItsName() {
        String before = "segments:\n  - {id: enterprise, threshold: 0.8}\n  - {id: standard, threshold: 1}\n";
        String after = "segments:\n  - {id: trial, threshold: 2}\n  - {id: enterprise, threshold: 0.8}\n";

        assertThat(PolicyChanges.between(before, after))
                .containsExactly(
                        new Change("segments[trial].id", null, "trial"),
                        new Change("segments[trial].threshold", null, "2"),
                        new Change("segments[standard].id", "standard", null),
                        new Change("segments[standard].threshold", "1", null));
    }

    @Test
    void aListOfTextsIsOneSetting() {
        assertThat(PolicyChanges.between("words: [a, b]", "words: [a, b, c]"))
                .containsExactly(new Change("words", "[a, b]", "[a, b, c]"));
    }

    @Test
    void theSameDocumentDiffersInNothing() {
        assertThat(PolicyChanges.between(DefaultPolicy.document(), DefaultPolicy.document()))
                .isEmpty();
    }
}
