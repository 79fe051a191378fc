// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a fold leaves behind besides the state: its rulings, and which escalations it found issued. */
final class Trail {

    private final List<Ruling> rulings = new ArrayList<>(2);
    private Set<Integer> covered = Set.of();

    void add(Ruling ruling) {
        rulings.add(ruling);
    }

    List<Ruling> rulings() {
        return rulings;
    }

    /**
     * An escalation of this number has left the router, and lies in this episode. The two differ where a late event has
     * shown that more episodes had gone before; then neither may be escalated again: the one because its id is used, the
     * other because its customer is waiting already.
     */
    void issued(int number, int episode) {
        covered = covered.isEmpty() ? new HashSet<>() : covered;
        covered.add(number);
        covered.add(episode);
    }

    boolean covers(int episode) {
        return covered.contains(episode);
    }
}
