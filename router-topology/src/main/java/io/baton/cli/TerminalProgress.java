// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/** One line that is written over and over; only where somebody looks at a terminal. */
final class TerminalProgress {

    private static final long EVERY_NANOS = 200_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private long saidAt;
    private boolean said;

    TerminalProgress(PrintWriter err) {
        this.err = err;
        this.terminal = isTerminal();
    }

    /** From Java 22 on there always is a console, and it says itself whether it is a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    void at(long done, long total) {
        long now = System.nanoTime();
        if (!terminal || total == 0 || (said && now - saidAt < EVERY_NANOS)) {
            return;
        }
        saidAt = now;
        said = true;
        err.printf(Locale.ROOT, "\r%3d %%  %,d of %,d records ", done * 100 / total, done, total);
        err.flush();
    }

    /** Leaves an empty line behind. */
    void end() {
        if (said) {
            err.print("\r" + " ".repeat(60) + "\r");
            err.flush();
        }
    }
}
