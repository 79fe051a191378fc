// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

/** Port numbers that were typed. */
final class Ports {

    private static final int LAST = 65_535;

    private Ports() {}

    static void check(String option, int port) {
        if (port < 0 || port > LAST) {
            throw new MisuseException(option + ": must be a port from 0 to " + LAST + " (was " + port + ")");
        }
    }
}
