// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when the process is told to stop: asks it to end, and holds the process until it has, but not
 * longer than a supervisor would wait. The process then has the status of the command instead of Java's own, which says that it was
 * killed and which a supervisor takes for a failure.
 */
final class AtSignal {

    private static final long WAIT_SECONDS = 35;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile int status;

    private AtSignal(Runnable stop) {
        hook = new Thread(
                () -> {
                    stop.run();
                    if (await()) {
                        Runtime.getRuntime().halt(status);
                    }
                },
                "at-signal");
    }

    /** @param stop makes the command's own thread come to its end; returns at once */
    static AtSignal run(Runnable stop) {
        AtSignal signal = new AtSignal(stop);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private boolean await() {
        try {
            return ended.await(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The command has come to its end; nothing that matters may be left to do, for a process that was told to stop ends here.
     *
     * @param with exit status of the command
     */
    void ended(int with) {
        status = with;
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already, which is what the hook was for
        }
    }
}
