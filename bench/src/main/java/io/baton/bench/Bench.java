// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.Session.DisagreementException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The process of {@code ./baton bench}: command line in, exit status out. */
public final class Bench {

    private static final String KAFKA_LEVEL = "baton.log.kafka.level";
    private static final int FAILED = 1;

    private Bench() {}

    public static void main(String[] args) {
        // Before anything logs: what a broker that is about to be thrown away warns of is nobody's concern.
        if (System.getProperty(KAFKA_LEVEL) == null) {
            System.setProperty(KAFKA_LEVEL, "ERROR");
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        BenchCommand command = new BenchCommand();
        CommandLine line = new CommandLine(command);
        line.setUsageHelpWidth(110);
        line.setAbbreviatedOptionsAllowed(false);
        line.setExecutionExceptionHandler((failure, used, parsed) -> failed(failure, line, command.debug()));
        return line;
    }

    private static int failed(Exception failure, CommandLine line, boolean debug) {
        PrintWriter err = line.getErr();
        if (failure instanceof DisagreementException disagreement) {
            err.println("baton: the runs did not do the same work, so no figure is told:");
            disagreement.differences().forEach(difference -> err.println("  " + difference));
        } else {
            err.println("baton: the bench failed: " + (failure.getMessage() == null ? failure : failure.getMessage()));
        }
        if (debug) {
            failure.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }
}
