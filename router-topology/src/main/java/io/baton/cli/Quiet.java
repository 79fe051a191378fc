// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

/**
 * Keeps warnings of the broker in this process off the screen: it has one node, begins empty and is thrown away, and says so in
 * many words. Must come before anything logs.
 */
final class Quiet {

    private static final String LEVEL = "baton.log.kafka.level";

    private Quiet() {}

    /** Only errors of Kafka are shown, unless a level was asked for. */
    static void kafka() {
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "ERROR");
        }
    }
}
