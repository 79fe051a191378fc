// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.util.ArrayList;
import java.util.List;

/** Counts what the assistant stated with its replies, in ten-thousandths; used by one thread. */
final class Confidences {

    /** How figures name the tenths. */
    static final List<String> NAMES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private static final int A_TENTH = 1_000;

    private final List<Course.Tenth> tenths = new ArrayList<>(NAMES.size());
    private long sum;
    private int count;

    /** @param scaled 0 to 10,000 */
    void add(int scaled, boolean draft) {
        sum += scaled;
        count++;
        int tenth = Math.min(NAMES.size() - 1, scaled / A_TENTH);
        int at = 0;
        while (at < tenths.size() && tenths.get(at).tenth() < tenth) {
            at++;
        }
        boolean known = at < tenths.size() && tenths.get(at).tenth() == tenth;
        Course.Tenth before = known ? tenths.remove(at) : new Course.Tenth(tenth, 0, 0, 0);
        int sent = before.sent() + (draft ? 0 : 1);
        long stated = before.stated() + (draft ? 0 : scaled);
        tenths.add(at, new Course.Tenth(tenth, before.replies() + 1, sent, stated));
    }

    Course.Confidence all() {
        return new Course.Confidence(sum, count, List.copyOf(tenths));
    }
}
