// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts what the assistant stated with its replies, in ten-thousandths; used by one thread. */
final class Confidences {

    /** How figures name the tenths. */
    static final List<String> NAMES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private static final int TENTHS = NAMES.size();
    private static final int A_TENTH = 1_000;

    /** Of a conversation without any. */
    static final Course.Confidence NONE = new Confidences().all();

    private final int[] tenths = new int[TENTHS];
    private final int[] sent = new int[TENTHS];
    private final long[] stated = new long[TENTHS];
    private long sum;
    private int count;

    /** @param scaled 0 to 10,000 */
    void add(int scaled, boolean draft) {
        int tenth = Math.min(TENTHS - 1, scaled / A_TENTH);
        sum += scaled;
        count++;
        tenths[tenth]++;
        if (!draft) {
            sent[tenth]++;
            stated[tenth] += scaled;
        }
    }

    Course.Confidence all() {
        List<Long> all = new ArrayList<>(TENTHS);
        for (long one : stated) {
            all.add(one);
        }
        return new Course.Confidence(sum, count, list(tenths), list(sent), Collections.unmodifiableList(all));
    }

    private static List<Integer> list(int[] counts) {
        List<Integer> all = new ArrayList<>(TENTHS);
        for (int count : counts) {
            all.add(count);
        }
        return Collections.unmodifiableList(all);
    }
}
