// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policyfile.DefaultPolicy;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of phrasings, each with what a careful reader would say; what is known to be misread is named in them. */
class PhrasingsTest {

    private static final double ENOUGH = 0.93;

    private final TextScorer scorer = new LexiconScorer(DefaultPolicy.ruleset().phrases());

    @Tag("T07")
    @ParameterizedTest
    @ValueSource(strings = {"tune", "held"})
    void requestsForAPersonAreToldFromOtherTalkOfPersons(String part) throws IOException {
        List<Phrasing> rows = Phrasing.of("human-request.txt").stream()
                .filter(row -> row.kind().equals(part))
                .toList();
        Predicate<Phrasing> heard = row -> scorer.score(row.text()).humanRequest();
        double right = count(rows, row -> row.expected() && heard.test(row));
        double precision = right / count(rows, heard);
        double recall = right / count(rows, Phrasing::expected);
        double f1 = 2 * precision * recall / (precision + recall);
        System.out.printf(
                "requests for a person, %s, %d phrasings: precision %.3f, recall %.3f, F1 %.3f%n",
                part, rows.size(), precision, recall, f1);

        assertThat(rows).hasSizeGreaterThanOrEqualTo(100);
        assertThat(f1).isGreaterThanOrEqualTo(ENOUGH);
    }

    @Tag("T07")
    @Test
    void theMissesOfRequestsAreThoseThatAreNamed() throws IOException {
        assertNamed(
                Phrasing.of("human-request.txt"),
                row -> scorer.score(row.text()).humanRequest());
    }

    @Tag("T02")
    @Tag("T06")
    @Tag("T12")
    @Tag("T17")
    @Tag("T18")
    @Tag("T24")
    @Tag("T25")
    @Tag("T28")
    @Test
    void otherGroupsAreHeardUnlessTheyAreDenied() throws IOException {
        assertNamed(Phrasing.of("groups.txt"), row -> heard(row.kind(), scorer.score(row.text())));
    }

    private static void assertNamed(List<Phrasing> rows, Predicate<Phrasing> heard) {
        assertThat(rows.stream().filter(row -> row.expected() != heard.test(row)))
                .as("misses found, and misses named in the table")
                .containsExactlyElementsOf(
                        rows.stream().filter(Phrasing::knownMiss).toList());
    }

    private static boolean heard(String group, TextFeatures text) {
        return switch (group) {
            case "escalation" -> text.escalation() > 0;
            case "alternatives" -> text.alternatives() > 0;
            case "legal" -> text.legal() > 0;
            case "distress" -> text.distress() > 0;
            case "urgency" -> text.urgency() > 0;
            case "tried" -> text.alreadyTried();
            case "disputed" -> text.disputed();
            case "rePrompt" -> text.rePrompt();
            case "thanks" -> text.thanks();
            case "goodbye" -> text.goodbye();
            default -> throw new IllegalArgumentException(group);
        };
    }

    private static double count(List<Phrasing> rows, Predicate<Phrasing> which) {
        return rows.stream().filter(which).count();
    }
}
