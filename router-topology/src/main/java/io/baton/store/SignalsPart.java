// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.state.SignalMemory;
import java.util.ArrayList;
import java.util.List;

/** The signals of a state, in the tail; their times are counted from the start of the conversation, which never moves. */
final class SignalsPart {

    /** Signal, value, strength, time, turn and event id of one entry take at least this many bytes. */
    private static final int SMALLEST = 13;

    private SignalsPart() {}

    static void write(Tail t, List<SignalMemory> signals, long from) {
        t.number(signals.size());
        for (int i = 0; i < signals.size(); i++) {
            SignalMemory m = signals.get(i);
            t.signed(m.getSignal());
            t.fourBytes(Float.floatToRawIntBits(m.getValue()));
            t.fourBytes(Float.floatToRawIntBits(m.getStrength()));
            t.signed(m.getAt() - from);
            t.signed(m.getTurn());
            t.id(m.getEventId());
        }
    }

    static List<SignalMemory> read(Scan s, long from) {
        int count = s.count(SMALLEST);
        List<SignalMemory> signals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            SignalMemory m = new SignalMemory();
            m.setSignal((int) s.signed());
            m.setValue(Float.intBitsToFloat(s.fourBytes()));
            m.setStrength(Float.intBitsToFloat(s.fourBytes()));
            m.setAt(from + s.signed());
            m.setTurn((int) s.signed());
            m.setEventId(s.id());
            signals.add(m);
        }
        return signals;
    }
}
