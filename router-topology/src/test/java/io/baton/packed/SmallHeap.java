// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A process that keeps several times more than its heap has room for, with its changelog in a file; then one that reads it back. Says
 * what it found.
 */
final class SmallHeap {

    private static final int CUSTOMERS = 20_000;
    private static final int TURNS = 4;
    private static final int COMMIT_EVERY = 500;

    private SmallHeap() {}

    /** Arguments: a folder, and {@code write} or {@code read}. */
    public static void main(String[] arguments) throws IOException {
        Path dir = Path.of(arguments[0]);
        StateBudget budget =
                new StateBudget(Runtime.getRuntime().maxMemory() / 2, () -> dir.resolve(arguments[1]), options -> {});
        long began = System.nanoTime();
        PackedState state = arguments[1].equals("write") ? written(dir, budget) : read(dir, budget);
        System.out.printf(
                "heap %d disk %d seconds %.1f%n",
                state.holdings().heap(), state.holdings().disk(), (System.nanoTime() - began) / 1e9);
        check(state);
        state.close();
        System.out.println("all is there");
    }

    private static PackedState written(Path dir, StateBudget budget) throws IOException {
        Random random = new Random(61);
        try (DataOutputStream file =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(dir.resolve("log"))))) {
            PackedState state = new PackedState(
                    new TestCodec(),
                    (number, pack) -> append(file, number, pack),
                    new Cleaning(1 << 20),
                    budget.share());
            for (int turn = 1; turn <= TURNS; turn++) {
                for (int i = 0; i < CUSTOMERS; i++) {
                    turn(state, "customer-" + i, turn, random);
                    if (i % COMMIT_EVERY == 0) {
                        state.seal();
                    }
                }
            }
            state.seal();
            return state;
        }
    }

    private static void turn(PackedState state, String customer, int turn, Random random) {
        byte[] entry = new byte[300];
        random.nextBytes(entry);
        Kept kept = state.holdings().find(customer, "c");
        byte[] image = TestCodec.image(turn, new byte[200]);
        if (kept == null) {
            state.begin(customer, "c", image, entry);
        } else {
            state.turn(kept, image, null, entry);
            state.timers().remove(WaitingTimers.key(turn - 1, customer, "c"));
        }
        state.timers().add(WaitingTimers.key(turn, customer, "c"));
    }

    private static PackedState read(Path dir, StateBudget budget) throws IOException {
        PackedState state =
                new PackedState(new TestCodec(), (number, pack) -> {}, new Cleaning(1 << 20), budget.share());
        try (DataInputStream file =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(dir.resolve("log"))))) {
            while (true) {
                long number = file.readLong();
                int length = file.readInt();
                state.restore(List.of(new PackedState.Logged(number, length < 0 ? null : file.readNBytes(length))));
            }
        } catch (EOFException e) {
            return state;
        }
    }

    private static void check(PackedState state) {
        for (int i = 0; i < CUSTOMERS; i++) {
            Kept kept = state.holdings().find("customer-" + i, "c");
            if (kept == null
                    || new TestCodec().timerAt(kept.image()) != TURNS
                    || kept.journal().length != 300 * TURNS) {
                throw new IllegalStateException("customer " + i + " is not as it was");
            }
            if (i % COMMIT_EVERY == 0) {
                state.holdings().relieve();
            }
        }
        if (state.timers().size() != CUSTOMERS) {
            throw new IllegalStateException("timers are not as they were");
        }
    }

    private static void append(DataOutputStream file, long number, byte @Nullable [] pack) {
        try {
            file.writeLong(number);
            file.writeInt(pack == null ? -1 : pack.length);
            file.write(pack == null ? new byte[0] : pack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
