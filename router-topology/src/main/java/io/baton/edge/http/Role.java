// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each may do what those before it may. */
public enum Role {
    /** Dashboards, queues, alerts, topology: no customer's words. */
    VIEWER,
    /** Packets and conversations; takes and ends escalations. */
    AGENT,
    /** Policies and who did what in the console. */
    OPERATOR;

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this name; empty where there is none. */
    static Optional<Role> of(String name) {
        for (Role role : values()) {
            if (role.text().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
