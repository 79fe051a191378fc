// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when the process is told to stop: asks it to end, and holds the process until it has, but not
 * longer than a supervisor would wait.
 */
final class AtSignal {

    private static final long WAIT_SECONDS = 35;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private AtSignal(Runnable stop) {
        hook = new Thread(
                () -> {
                    stop.run();
                    await();
                },
                "at-signal");
    }

    /** @param stop makes the command's own thread come to its end; returns at once */
    static AtSignal run(Runnable stop) {
        AtSignal signal = new AtSignal(stop);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void await() {
        try {
            ended.await(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has come to its end. */
    void ended() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already, which is what the hook was for
        }
    }
}
