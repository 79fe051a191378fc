// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.state.ConversationState;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields that came after layout version 1 and that few conversations have: at the end of the tail, each behind a number that
 * says which it is. A field that is empty is not written, so an image without them is an image of version 1 as it ever was.
 */
final class LaterPart {

    private static final int TAKEN_BACK = 1;

    private LaterPart() {}

    static void write(Tail t, ConversationState s) {
        List<Long> takenBack = s.getTakenBack();
        if (!takenBack.isEmpty()) {
            t.number(TAKEN_BACK);
            t.number(takenBack.size());
            takenBack.forEach(t::signed);
        }
    }

    static void read(Scan scan, ConversationState s) {
        s.setTakenBack(List.of());
        while (!scan.isEnd()) {
            if (scan.number() != TAKEN_BACK) {
                throw Scan.damaged();
            }
            s.setTakenBack(longs(scan));
        }
    }

    private static List<Long> longs(Scan scan) {
        int count = scan.count(1);
        List<Long> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(scan.signed());
        }
        return values;
    }
}
