// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.latency;

import io.baton.bench.cluster.ChildJvm;
import java.util.concurrent.CompletableFuture;

/** Events at a steady rate until it is closed, and what a program costs meanwhile. */
final class SteadyLoad implements AutoCloseable {

    private static final long LEAD_NANOS = 300_000_000;

    private final ChildJvm program;
    private final Sender sender;
    private final CompletableFuture<Void> sending;

    /** Begins at once. */
    SteadyLoad(ChildJvm program, Sender sender) {
        this.program = program;
        this.sender = sender;
        this.sending = CompletableFuture.runAsync(
                () -> sender.send(System.nanoTime() + LEAD_NANOS, 0, Long.MAX_VALUE),
                task -> new Thread(task, "steady-load").start());
    }

    /**
     * A stretch of time.
     *
     * @param events that were sent
     * @param micros processor time of the program an event
     * @param jitShare share of it that its compilers took
     */
    record Stretch(long events, double micros, double jitShare) {}

    /**
     * Lets time go by and says what it cost.
     *
     * @throws IllegalStateException where events could not be sent
     */
    Stretch over(long millis) throws InterruptedException {
        long events = sender.sent();
        long cpu = program.cpuNanos();
        long jit = program.jitNanos();
        Thread.sleep(millis);
        if (sending.isDone()) {
            sending.join();
        }
        double took = program.cpuNanos() - cpu;
        long sent = Math.max(1, sender.sent() - events);
        return new Stretch(sent, took / 1e3 / sent, (program.jitNanos() - jit) / Math.max(1, took));
    }

    /** Events so far. */
    long sent() {
        return sender.sent();
    }

    @Override
    public void close() {
        sender.end();
        sending.join();
    }
}
