// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.child;

import io.baton.Baton;
import io.baton.bench.cluster.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.ServiceLoader;

/** A process that the bench starts: {@code broker}, {@code router}, or one of the alternatives to it. */
public final class Child {

    private static final long LONGEST_END_MS = 30_000;

    private Child() {}

    public static void main(String[] args) throws Exception {
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        listen();
        switch (args[0]) {
            case "broker" -> BrokerChild.run(rest);
            case "router" -> {
                StateWatch.start();
                Baton.main(rest);
            }
            default -> alternative(args[0], rest);
        }
    }

    private static void alternative(String program, String[] args) throws Exception {
        for (Guest guest : ServiceLoader.load(Guest.class)) {
            if (guest.program().equals(program)) {
                long began = System.nanoTime();
                guest.run(StreamsChild.settings(args), () -> say("running " + (System.nanoTime() - began) / 1_000_000));
                Runtime.getRuntime().halt(1);
            }
        }
        StateWatch.start();
        StreamsChild.run(program, args);
    }

    /** One line to the bench. */
    static void say(String line) {
        System.out.println(ChildJvm.LINE + line);
        System.out.flush();
    }

    private static void listen() {
        Thread thread = new Thread(Child::answer, "bench-input");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers what the bench asks, and ends with it. */
    private static void answer() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("heap")) {
                    say("heap " + heapInUse());
                } else if (line.equals("jit")) {
                    say("jit " + ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
                }
            }
        } catch (IOException e) {
            // treated as the end of the bench, as the end of its output is
        }
        end();
    }

    /**
     * Input ends when the bench ends this process, or is gone itself. In the first case an orderly end is under way already; in
     * the second one may be tried, but not for long.
     */
    private static void end() {
        Thread exit = new Thread(() -> System.exit(1), "bench-exit");
        exit.setDaemon(true);
        exit.start();
        try {
            Thread.sleep(LONGEST_END_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    /** Bytes that are left after a full collection. */
    private static long heapInUse() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
