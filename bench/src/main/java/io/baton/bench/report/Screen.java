// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import io.baton.bench.measure.Rounds;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What is going on, for whoever waits: one line that is written over on a terminal, a line a step elsewhere. Never a figure:
 * those are worth something only once all runs have been held against each other.
 */
public final class Screen implements Rounds.Watcher {

    private static final long EVERY_NANOS = 200_000_000L;
    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean terminal = isTerminal();
    private final long began = System.nanoTime();
    private long saidAt;
    private String step = "";

    public Screen(PrintWriter err) {
        this.err = err;
    }

    /** A new step. */
    @Override
    public void step(String what) {
        step = what;
        saidAt = 0;
        if (terminal) {
            at(0, 0);
        } else {
            err.printf(Locale.ROOT, "%4d s  %s%n", seconds(), what);
            err.flush();
        }
    }

    /** How far the step is; 0 of 0 where that is not known. */
    @Override
    public void at(long done, long total) {
        long now = System.nanoTime();
        if (!terminal || now - saidAt < EVERY_NANOS) {
            return;
        }
        saidAt = now;
        String share = total == 0 ? "" : String.format(Locale.ROOT, "%3d %%", done * 100 / total);
        String line = String.format(Locale.ROOT, "%4d s  %s  %s", seconds(), step, share);
        err.printf(Locale.ROOT, "\r%-" + WIDTH + "s", line);
        err.flush();
    }

    /** A line that stays. */
    public void say(String line) {
        end();
        err.println(line);
        err.flush();
    }

    /** Leaves an empty line behind. */
    public void end() {
        if (terminal) {
            err.printf(Locale.ROOT, "\r%-" + WIDTH + "s\r", "");
            err.flush();
        }
    }

    private long seconds() {
        return (System.nanoTime() - began) / 1_000_000_000;
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
}
