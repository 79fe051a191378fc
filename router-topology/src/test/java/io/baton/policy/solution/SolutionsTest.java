// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.solution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.baton.event.SimilarCase;
import io.baton.event.SolutionRate;
import io.baton.event.SolutionsCounted;
import io.baton.state.SolutionTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("H10")
class SolutionsTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-06-02T00:00:00Z");
    private static final long NOON = Instant.parse("2026-06-01T12:00:00Z").toEpochMilli();
    private static final int MAY =
            SolutionCount.month(Instant.parse("2026-05-31T23:59:59Z").toEpochMilli());

    /** Intervals without continuity correction, computed with R's {@code prop.test(x, n, correct = FALSE)}. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.000, 0.278",
        "5, 10, 0.237, 0.763",
        "81, 263, 0.255, 0.366",
        "3, 3, 0.438, 1.000",
        "0, 0, 0, 1"
    })
    void theIntervalIsWilsons(long hits, long of, double low, double high) {
        Wilson interval = Wilson.of(hits, of);

        assertThat(interval.low()).isCloseTo(low, within(0.001));
        assertThat(interval.high()).isCloseTo(high, within(0.001));
    }

    @Test
    void sumsDoNotDependOnTheOrderOfDeltas() {
        int[][] deltas = {{MAY, 2, 3}, {MAY - 1, 1, 1}, {MAY, -1, 0}, {MAY - 6, 5, 5}, {MAY + 1, 1, 2}};
        SolutionTally forwards = null;
        SolutionTally backwards = null;
        for (int i = 0; i < deltas.length; i++) {
            forwards = add(forwards, deltas[i]);
            backwards = add(backwards, deltas[deltas.length - 1 - i]);
        }

        assertThat(forwards).isEqualTo(backwards);
        assertThat(SolutionCount.rates(Map.of("restart", forwards), MAY + 1))
                .containsExactly(new SolutionRate("restart", 3L, 6L));
        assertThat(SolutionCount.rates(Map.of("restart", forwards), MAY + 6))
                .containsExactly(new SolutionRate("restart", 1L, 2L));
    }

    @Test
    void whatWasTakenBackOrIsOldIsOver() {
        SolutionTally tally = SolutionCount.add(null, MAY, 1, 1, 1);

        assertThat(SolutionCount.isOver(tally, MAY + 5)).isFalse();
        assertThat(SolutionCount.isOver(tally, MAY + 6)).isTrue();
        assertThat(SolutionCount.isOver(SolutionCount.add(tally, MAY, -1, -1, 1), MAY))
                .isTrue();
    }

    @Test
    void aPacketNamesWhatWasCountedBeforeItsDayBegan() {
        Solutions known = Solutions.NONE
                .with(counted("smb", TUESDAY, rate("b", 9, 9)))
                .with(counted("smb", MONDAY, rate("a", 9, 9)))
                .with(counted("smb", MONDAY.minus(Duration.ofDays(1)), rate("old", 9, 9)));

        assertThat(codes(known, TUESDAY.plus(Duration.ofMinutes(59)))).containsExactly("a");
        assertThat(codes(known, TUESDAY.plus(Duration.ofMinutes(60)))).containsExactly("b");
        assertThat(codes(known, MONDAY)).isEmpty();
    }

    private static List<String> codes(Solutions known, Instant at) {
        return known.like("login", "smb", at.toEpochMilli(), 3).stream()
                .map(SimilarCase::getResolution)
                .toList();
    }

    @Test
    void theSurestOfTheSegmentComeFirstAndThenThoseOfOthers() {
        Solutions known = Solutions.NONE
                .with(counted(
                        "smb",
                        MONDAY,
                        rate("reset-link", 90, 100),
                        rate("lucky", 5, 5),
                        rate("rare", 4, 4),
                        rate("never", 0, 9)))
                .with(counted("enterprise", MONDAY, rate("sso-log", 30, 40), rate("reset-link", 1, 50)))
                .with(counted("free", MONDAY, rate("sso-log", 10, 10)));

        assertThat(known.like("login", "smb", NOON, 3))
                .extracting(
                        SimilarCase::getResolution,
                        SimilarCase::getHeld,
                        SimilarCase::getTried,
                        SimilarCase::getSimilarity)
                .containsExactly(
                        tuple("reset-link", 90L, 100L, 1.0),
                        tuple("lucky", 5L, 5L, 1.0),
                        tuple("sso-log", 40L, 50L, 0.5));
        assertThat(known.like("login", "smb", NOON, 0)).isEmpty();
        assertThat(known.like("billing", "smb", NOON, 3)).isEmpty();
        assertThat(known.like(null, "smb", NOON, 3)).isEmpty();
    }

    private static SolutionTally add(SolutionTally tally, int[] delta) {
        return SolutionCount.add(tally, delta[0], delta[1], delta[2], 1);
    }

    private static SolutionsCounted counted(String segment, Instant until, SolutionRate... rates) {
        return new SolutionsCounted("login", segment, until, List.of(rates));
    }

    private static SolutionRate rate(String code, long held, long tried) {
        return new SolutionRate(code, held, tried);
    }
}
