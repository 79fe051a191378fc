// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One address of the interface.
 *
 * @param pattern path as the interface's document writes it, variables in braces
 * @param least least role that may ask; null = anybody, signed in or not
 */
record Route(String method, String pattern, @Nullable Role least, Answer answer) {

    /** Answers a request or throws a {@link Problem}. */
    interface Answer {
        Reply to(Exchange exchange);
    }

    private List<String> segments() {
        return Arrays.asList(pattern.substring(1).split("/", -1));
    }

    boolean matches(List<String> path) {
        List<String> wanted = segments();
        if (wanted.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).startsWith("{") && !wanted.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
