// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final Verification.Expected EXPECTED = new Verification.Expected(10, 0);
    private static final Evidence RIGHT = new Evidence(3, digest("a", "b", "c"), "", 10, 0, 0);

    private final Verification gate = new Verification();

    @Test
    void runsThatWroteTheSamePass() {
        gate.add("given", "one", RIGHT, EXPECTED);
        gate.add("given", "two", new Evidence(3, digest("c", "a", "b"), "", 10, 0, 0), EXPECTED);

        assertThat(gate.differences()).isEmpty();
        assertThat(gate.runs()).isEqualTo(2);
    }

    @Test
    void anotherDigestFails() {
        gate.add("given", "one", RIGHT, EXPECTED);
        gate.add("given", "two", new Evidence(3, digest("a", "b", "x"), "", 10, 0, 0), EXPECTED);

        assertThat(gate.differences()).singleElement().asString().contains("two", "digest");
    }

    @Test
    void anotherCountFails() {
        gate.add("given", "one", RIGHT, EXPECTED);
        gate.add("given", "two", new Evidence(2, digest("a", "b"), "", 10, 0, 0), EXPECTED);

        assertThat(gate.differences()).containsExactly("two: 2 escalations, one: 3");
    }

    @Test
    void whoWritesLessIsHeldAgainstWhatWasDecidedAlone() {
        gate.add("given", "whole", new Evidence(3, RIGHT.digest(), "aa", 10, 0, 0), EXPECTED);
        gate.add("given", "bare", RIGHT, EXPECTED);

        assertThat(gate.differences()).isEmpty();
    }

    @Test
    void otherBytesFailWhoeverCameInBetween() {
        gate.add("given", "bare", RIGHT, EXPECTED);
        gate.add("given", "one", new Evidence(3, RIGHT.digest(), "aa", 10, 0, 0), EXPECTED);
        gate.add("given", "two", new Evidence(3, RIGHT.digest(), "bb", 10, 0, 0), EXPECTED);

        assertThat(gate.differences()).singleElement().asString().contains("two", "not the bytes that one wrote");
    }

    @Test
    void aConversationMissingFromTheFiguresFails() {
        gate.add("given", "one", new Evidence(3, RIGHT.digest(), "", 9, 0, 0), EXPECTED);

        assertThat(gate.differences()).singleElement().asString().contains("adds up to 9", "begin 10");
    }

    @Test
    void aConversationCountedTwiceFails() {
        gate.add("given", "one", new Evidence(3, RIGHT.digest(), "", 11, 0, 0), EXPECTED);

        assertThat(gate.differences()).hasSize(1);
    }

    @Test
    void aDeadLetterFails() {
        gate.add("given", "one", new Evidence(3, RIGHT.digest(), "", 10, 1, 0), EXPECTED);

        assertThat(gate.differences()).singleElement().asString().contains("1 dead letters");
    }

    @Test
    void aRecordThatIsNotRefusedAlthoughItMustBeFails() {
        gate.add("given", "one", RIGHT, new Verification.Expected(10, 3));

        assertThat(gate.differences()).singleElement().asString().contains("0 dead letters", "must be 3");
    }

    @Test
    void aCustomerWhoAskedForAHumanAndGotNoneFails() {
        gate.add("given", "one", new Evidence(3, RIGHT.digest(), "", 10, 0, 2), EXPECTED);

        assertThat(gate.differences()).singleElement().asString().contains("2 conversations", "asked for a human");
    }

    @Test
    void aRouterThatHandsNothingOverFails() {
        gate.add("given", "one", new Evidence(0, digest(), "", 10, 0, 0), EXPECTED);

        assertThat(gate.differences()).hasSize(1);
    }

    @Test
    void groupsOfDifferentEventsNeedNotAgree() {
        gate.add("given", "one", RIGHT, EXPECTED);
        gate.add("text", "two", new Evidence(2, digest("a", "b"), "", 10, 0, 0), EXPECTED);

        assertThat(gate.differences()).isEmpty();
    }

    @Test
    void aDigestTellsAMemberThatComesTwice() {
        assertThat(digest("a", "b", "b")).isNotEqualTo(digest("a")).isNotEqualTo(digest("a", "b"));
        assertThat(digest("b", "a")).isEqualTo(digest("a", "b")).hasSize(32);
    }

    private static String digest(String... members) {
        Digest digest = new Digest();
        for (String member : members) {
            digest.add(member);
        }
        return digest.text();
    }
}
