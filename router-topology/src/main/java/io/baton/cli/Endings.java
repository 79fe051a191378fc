// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.runtime.ChosenPolicy.InvalidPolicyException;
import io.baton.runtime.FailureText;
import io.baton.runtime.StartRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command ends when it does not end well: one line each on what is wrong, and the status. Never a stack trace unasked. */
final class Endings {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private Endings() {}

    static int usage(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("baton: " + firstLine(wrong.getMessage()));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return MISUSED;
    }

    static int failure(Exception failure, CommandLine command, boolean debug) {
        PrintWriter err = command.getErr();
        int status = FAILED;
        List<String> lines;
        if (failure instanceof MisuseException misuse) {
            lines = misuse.problems();
            status = MISUSED;
        } else if (failure instanceof InvalidPolicyException invalid) {
            lines = invalid.problems();
            status = MISUSED;
        } else if (failure instanceof StartRefusedException refused) {
            lines = refused.problems();
        } else {
            lines = List.of(text(failure));
        }
        lines.forEach(line -> err.println("baton: " + line));
        if (debug) {
            failure.printStackTrace(err);
        } else if (status == FAILED && !(failure instanceof StartRefusedException)) {
            err.println("(--debug shows where)");
        }
        err.flush();
        return status;
    }

    private static String text(Exception failure) {
        boolean own = failure instanceof IllegalStateException || failure instanceof IOException;
        String message = failure.getMessage();
        return own && message != null ? firstLine(message) : FailureText.of(failure);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "wrong usage" : message.lines().findFirst().orElse("");
    }
}
