// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogHistogramTest {

    private final Random random = new Random(20260301);

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1.0})
    void aQuantileIsWithinOnePercentOfTheTrueOne(double quantile) {
        List<Long> values = values(5_000);
        LogHistogram histogram = sum(values);
        Collections.sort(values);
        long truth = values.get(Math.max(1, (int) Math.ceil(quantile * values.size())) - 1);

        long found = histogram.quantile(quantile).orElseThrow();

        assertThat((double) found).isCloseTo(truth, within(LogHistogram.RELATIVE_ERROR * truth));
    }

    /** Durations as they are: most short, a few very long; many the same; two kinds far apart; all within one bucket. */
    @ParameterizedTest
    @ValueSource(strings = {"log-normal", "pareto", "exponential", "steps", "two-kinds", "narrow"})
    void skewedValuesAreFoundWithinOnePercentHoweverTheyWereMerged(String shape) {
        for (int round = 0; round < 20; round++) {
            List<Long> values = skewed(shape, 3_000);
            LogHistogram histogram = sum(values.subList(2_000, 3_000)).plus(sum(values.subList(0, 2_000)));
            Collections.sort(values);
            for (double quantile : new double[] {0.5, 0.9, 0.95, 0.99}) {
                long truth = values.get((int) histogram.rank(quantile) - 1);
                assertThat((double) histogram.quantile(quantile).orElseThrow())
                        .isCloseTo(truth, within(LogHistogram.RELATIVE_ERROR * truth));
            }
        }
    }

    /**
     * By how much the share of values at or below what is told, and the share below it, miss the quantile. Where values lie as densely
     * as within one bucket, its mean is near every one of them, but not in their order.
     */
    @ParameterizedTest
    @ValueSource(strings = {"log-normal", "pareto", "exponential", "steps", "whole-seconds", "even"})
    void theRankIsRightToOnePercentToo(String shape) {
        for (int round = 0; round < 20; round++) {
            List<Long> values = skewed(shape, 20_000);
            LogHistogram histogram = sum(values);
            for (double quantile : new double[] {0.5, 0.9, 0.95, 0.99}) {
                long found = histogram.quantile(quantile).orElseThrow();
                double upTo = values.stream().filter(value -> value <= found).count() / (double) values.size();
                double below = values.stream().filter(value -> value < found).count() / (double) values.size();
                assertThat(Math.max(below - quantile, quantile - upTo)).isLessThanOrEqualTo(0.01);
            }
        }
    }

    @Test
    void valuesThatAreTheSameAreToldExactly() {
        LogHistogram histogram =
                sum(Collections.nCopies(1_000, 1_234_567L)).plus(sum(Collections.nCopies(9, 9_999_999L)));

        assertThat(histogram.quantile(0.95)).hasValue(1_234_567L);
        assertThat(histogram.quantile(1)).hasValue(9_999_999L);
    }

    @Test
    void bytesOfFormerReleasesAreRead() {
        // Format 1: one value of 5, and two in the bucket of 64 an octave that 90,000 belongs to.
        ByteBuffer former = ByteBuffer.wrap(new byte[] {1, 5, 2, (byte) 0xD2, 5, 4});

        LogHistogram histogram = LogHistogram.fromBytes(former);

        assertThat(histogram.count()).isEqualTo(3);
        assertThat(histogram.quantile(0)).hasValue(5);
        assertThat((double) histogram.quantile(1).orElseThrow()).isCloseTo(90_000, within(0.01 * 90_000));
    }

    private List<Long> skewed(String shape, int count) {
        List<Long> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add((long) one(shape));
        }
        return values;
    }

    private double one(String shape) {
        double uniform = 1 - random.nextDouble();
        return switch (shape) {
            case "log-normal" -> Math.exp(11 + 1.2 * random.nextGaussian());
            case "pareto" -> 30_000 * Math.pow(uniform, -1 / 1.2);
            case "exponential" -> -180_000 * Math.log(uniform);
            case "steps" -> 60_000.0 * (1 + (int) (-3 * Math.log(uniform)));
            case "whole-seconds" -> 1_000.0 * (int) Math.exp(4.5 + 0.8 * random.nextGaussian());
            case "even" -> 300_000 * (1 + random.nextDouble());
            case "two-kinds" -> uniform < 0.94 ? 5_000 + 4_000 * random.nextDouble() : 3e8 * random.nextDouble();
            default -> 100_000 + 900 * random.nextDouble();
        };
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, 63, 64, 127, 128, 129, 255, 256, 90_000, 604_800_000L, Long.MAX_VALUE / 2, Long.MAX_VALUE})
    void anySingleValueIsFoundAgain(long value) {
        long found = LogHistogram.of(value).quantile(0.5).orElseThrow();

        assertThat(Math.abs((double) found - (double) value)).isLessThanOrEqualTo(value / 1e15);
    }

    @Test
    void smallValuesAreExact() {
        for (long value = 0; value < 256; value++) {
            assertThat(LogHistogram.of(value).quantile(0.5)).hasValue(value);
        }
    }

    @Test
    void bucketsNeverGoBackwards() {
        long previous = -1;
        int backwards = 0;
        for (long value = 0; value < 200_000; value += 7) {
            long found = LogHistogram.of(value).quantile(0.5).orElseThrow();
            backwards += found < previous ? 1 : 0;
            previous = found;
        }
        assertThat(backwards).isZero();
    }

    @Test
    void theOrderOfAddingDoesNotMatter() {
        List<Long> values = values(500);
        LogHistogram forwards = sum(values);
        Collections.shuffle(values, random);

        LogHistogram shuffled = sum(values.subList(0, 200)).plus(sum(values.subList(200, 500)));

        assertThat(shuffled).isEqualTo(forwards);
        assertThat(shuffled.toBytes()).isEqualTo(forwards.toBytes());
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() {
        LogHistogram kept = sum(values(300));
        LogHistogram wrong = sum(values(300));

        assertThat(kept.plus(wrong).minus(wrong)).isEqualTo(kept);
        assertThat(kept.minus(kept).isEmpty()).isTrue();
        assertThat(LogHistogram.EMPTY.minus(wrong).plus(wrong)).isEqualTo(LogHistogram.EMPTY);
    }

    @Test
    void bytesComeBackTheSameAndCanBeReadTwice() {
        LogHistogram histogram = sum(values(1_000)).minus(LogHistogram.of(5));
        ByteBuffer bytes = histogram.toBytes();

        assertThat(LogHistogram.fromBytes(bytes)).isEqualTo(histogram);
        assertThat(LogHistogram.fromBytes(bytes)).isEqualTo(histogram);
    }

    @Test
    void aDayOfDurationsTakesFewBytes() {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            values.add((long) (random.nextDouble() * 86_400_000));
        }

        assertThat(sum(values).toBytes().remaining()).isLessThan(8_000);
    }

    @Test
    void nothingHasNoQuantile() {
        assertThat(LogHistogram.EMPTY.quantile(0.5)).isEmpty();
        assertThat(LogHistogram.EMPTY.rank(0.5)).isZero();
    }

    @Test
    void bytesOfAnotherFormatAreRefused() {
        assertThatThrownBy(() -> LogHistogram.fromBytes(ByteBuffer.wrap(new byte[] {9, 1, 2})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Long> values(int count) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add((long) Math.exp(random.nextDouble() * 22));
        }
        return values;
    }

    /** Halves first: adding one value at a time copies the whole histogram each time. */
    private static LogHistogram sum(List<Long> values) {
        int size = values.size();
        if (size < 2) {
            return size == 0 ? LogHistogram.EMPTY : LogHistogram.of(values.get(0));
        }
        return sum(values.subList(0, size / 2)).plus(sum(values.subList(size / 2, size)));
    }
}
