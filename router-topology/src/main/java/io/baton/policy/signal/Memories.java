// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.state.ConversationState;
import io.baton.state.SignalMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation remembers of its signals: at most one entry a signal, in the order of {@link Signal}, and only of
 * signals that have reached their threshold, so that state stays small however long the conversation is.
 */
@SuppressWarnings("EnumOrdinal") // the ordinal is the signal's number in stored state, see Signal
final class Memories {

    private Memories() {}

    static Signal signal(SignalMemory memory) {
        return Signal.at(memory.getSignal());
    }

    static @Nullable SignalMemory of(ConversationState s, Signal signal) {
        List<SignalMemory> known = s.getSignals();
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).getSignal() == signal.ordinal()) {
                return known.get(i);
            }
        }
        return null;
    }

    /** Replaces what was known of the signal. */
    static void keep(ConversationState s, Signal signal, double value, double strength, long at, String eventId) {
        int turn = s.getFigures().getCustomerTurns()
                + s.getFigures().getAssistantTurns()
                + s.getFigures().getAgentTurns();
        SignalMemory added = new SignalMemory(signal.ordinal(), (float) value, (float) strength, at, turn, eventId);
        List<SignalMemory> after = new ArrayList<>(s.getSignals().size() + 1);
        int place = 0;
        for (SignalMemory memory : s.getSignals()) {
            if (memory.getSignal() != signal.ordinal()) {
                after.add(memory);
                place += memory.getSignal() < signal.ordinal() ? 1 : 0;
            }
        }
        after.add(place, added);
        s.setSignals(after);
    }

    static void drop(ConversationState s, Signal signal) {
        if (of(s, signal) != null) {
            dropIf(s, memory -> memory.getSignal() == signal.ordinal());
        }
    }

    static void dropIf(ConversationState s, Predicate<SignalMemory> over) {
        List<SignalMemory> known = s.getSignals();
        for (int i = 0; i < known.size(); i++) {
            if (over.test(known.get(i))) {
                List<SignalMemory> after = new ArrayList<>(known);
                after.removeIf(over);
                s.setSignals(after);
                return;
            }
        }
    }
}
