// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.packed.PackedStore;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/** {@link PendingTimers} in the packed layout, where they are read off the images after a restore. */
record PackedPendingTimers(PackedStore store) implements PendingTimers {

    @Override
    public List<Bytes> due(long now, int most) {
        store.relieve(); // a replay that passes the end of many retentions fetches all of those customers
        return due(store.timers(), now, most);
    }

    /** Looks at one timer more than are due, however many wait. */
    static List<Bytes> due(Iterable<Bytes> inOrder, long now, int most) {
        List<Bytes> found = List.of();
        for (Bytes timer : inOrder) {
            if (Keys.due(timer) > now || found.size() >= most) {
                return found;
            }
            found = found.isEmpty() ? new ArrayList<>() : found;
            found.add(timer);
        }
        return found;
    }

    @Override
    public void set(long due, Bytes waiting) {
        store.timers().add(Keys.timer(due, waiting));
    }

    @Override
    public void clear(long due, Bytes waiting) {
        store.timers().remove(Keys.timer(due, waiting));
    }
}
