// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import java.util.ArrayList;
import java.util.List;

/** Counts what was found wrong and names the first ten. */
public final class Findings {

    private static final int NAMED = 10;

    private final List<String> first = new ArrayList<>();
    private int count;

    void add(String name) {
        if (count++ < NAMED) {
            first.add(name);
        }
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Names of the first ten. */
    public List<String> first() {
        return List.copyOf(first);
    }

    @Override
    public String toString() {
        return count + " (" + String.join(", ", first) + (count > NAMED ? ", …" : "") + ")";
    }
}
