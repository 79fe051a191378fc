// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One object for each name of a figure, however often it is read: thousands of rows name the same few dozen, and two names that are the same object
 * are told to be equal without a look at their characters. Nothing depends on it but time. Safe for many threads.
 */
final class FigureNames {

    /** Members of a family have names that platforms may choose; what comes after so many stays as it came. */
    static final int MOST = 4_096;

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private FigureNames() {}

    static String shared(String name) {
        String known = KNOWN.get(name);
        if (known != null || KNOWN.size() >= MOST) {
            return known == null ? name : known;
        }
        String first = KNOWN.putIfAbsent(name, name);
        return first == null ? name : first;
    }
}
