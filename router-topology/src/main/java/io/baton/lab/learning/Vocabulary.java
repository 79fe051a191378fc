// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.Features;
import io.baton.policy.learning.MessageFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The hashed features that were seen often enough to learn something of them, and the matrix that follows.
 *
 * @param buckets ascending
 */
record Vocabulary(int[] buckets) {

    /** Examples a hashed feature must occur in. */
    static final int SEEN = 2;

    static Vocabulary of(List<Lesson> lessons) {
        int[] seen = new int[1 << 20];
        for (Lesson lesson : lessons) {
            for (int[] kind : hashed(lesson)) {
                for (int bucket : kind) {
                    seen[bucket]++;
                }
            }
        }
        int[] kept = new int[seen.length];
        int size = 0;
        for (int bucket = 0; bucket < seen.length; bucket++) {
            if (seen[bucket] >= SEEN) {
                kept[size++] = bucket;
            }
        }
        return new Vocabulary(Arrays.copyOf(kept, size));
    }

    /** Each kind of hashed feature of an example counts for one in all: each of n known ones 1/√n. */
    Rows rows(List<Lesson> lessons) {
        int dense = Features.denseNames().size();
        Builder builder = new Builder(lessons.size(), dense + buckets.length);
        for (Lesson lesson : lessons) {
            float[] values = Objects.requireNonNull(lesson.features()).dense();
            for (int column = 0; column < dense; column++) {
                if (values[column] != 0) {
                    builder.add(column, values[column]);
                }
            }
            for (int[] kind : hashed(lesson)) {
                int from = builder.entries;
                for (int bucket : kind) {
                    int place = Arrays.binarySearch(buckets, bucket);
                    if (place >= 0) {
                        builder.add(dense + place, 1);
                    }
                }
                Arrays.fill(builder.values, from, builder.entries, (float) (1 / Math.sqrt(builder.entries - from)));
            }
            builder.end(lesson.label());
        }
        return builder.done();
    }

    private static int[][] hashed(Lesson lesson) {
        MessageFeatures features = Objects.requireNonNull(lesson.features());
        return new int[][] {features.grams(), lesson.replyGrams(), features.crosses()};
    }

    private static final class Builder {

        private final int width;
        private final int[] starts;
        private final int[] labels;
        private int[] columns = new int[1 << 16];
        private float[] values = new float[1 << 16];
        private int entries;
        private int rows;

        Builder(int size, int width) {
            this.width = width;
            starts = new int[size + 1];
            labels = new int[size];
        }

        void add(int column, float value) {
            if (entries == columns.length) {
                columns = Arrays.copyOf(columns, entries * 2);
                values = Arrays.copyOf(values, entries * 2);
            }
            columns[entries] = column;
            values[entries++] = value;
        }

        void end(int label) {
            labels[rows++] = label;
            starts[rows] = entries;
        }

        Rows done() {
            return new Rows(starts, Arrays.copyOf(columns, entries), Arrays.copyOf(values, entries), labels, width);
        }
    }
}
