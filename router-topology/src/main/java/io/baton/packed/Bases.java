// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is based on which pack: conversations and journeys on the heap by the number of the pack that holds all of them. Exact, since
 * what is listed here cannot be collected.
 */
final class Bases {

    private final Map<Long, List<Object>> byPack = new HashMap<>();
    private List<Object> latest = new ArrayList<>();
    private long latestPack = -1;

    /** @param what a {@link Kept}, or a {@link Customer} for the journey */
    void add(long pack, Object what) {
        if (pack != latestPack) {
            latest = byPack.computeIfAbsent(pack, number -> new ArrayList<>());
            latestPack = pack;
        }
        latest.add(what);
    }

    /** Forgets one that moves on, is dropped or leaves the heap. A pack is the base of some hundreds at most. */
    void remove(long pack, Object what) {
        List<Object> based = byPack.get(pack);
        if (based != null) {
            int last = based.size() - 1;
            for (int i = last; i >= 0; i--) {
                if (based.get(i) == what) {
                    based.set(i, based.get(last));
                    based.remove(last);
                    return;
                }
            }
        }
    }

    /** Takes out all that is based on a pack, which goes. */
    List<Object> take(long pack) {
        if (pack == latestPack) {
            latestPack = -1;
        }
        List<Object> based = byPack.remove(pack);
        return based == null ? List.of() : based;
    }

    void clear() {
        byPack.clear();
        latestPack = -1;
    }
}
