// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import picocli.CommandLine;

/** The process of {@code ./baton bench}: command line in, exit status out. */
public final class Bench {

    private static final String KAFKA_LEVEL = "baton.log.kafka.level";

    private Bench() {}

    public static void main(String[] args) {
        // Before anything logs: what a broker that is about to be thrown away warns of is nobody's concern.
        if (System.getProperty(KAFKA_LEVEL) == null) {
            System.setProperty(KAFKA_LEVEL, "ERROR");
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new BenchCommand());
        line.setUsageHelpWidth(110);
        line.setAbbreviatedOptionsAllowed(false);
        return line;
    }
}
