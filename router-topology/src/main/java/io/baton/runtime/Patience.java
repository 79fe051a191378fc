// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tries until it works or the time is over: says so at once, then pauses longer and longer. */
final class Patience {

    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final Duration most;
    private final Consumer<String> say;

    Patience(Duration most, Consumer<String> say) {
        this.most = most;
        this.say = say;
    }

    /** Something that may not be there yet. */
    interface Attempt<T> {

        /** The result, or null where it is not there yet. */
        @Nullable
        T get() throws InterruptedException;
    }

    /**
     * @param setting setting that names what is tried
     * @param where its value
     * @throws StartRefusedException when the time is over
     */
    <T> T await(String setting, String where, Attempt<T> attempt) throws InterruptedException {
        long giveUpAt = System.nanoTime() + most.toNanos();
        long pause = FIRST_PAUSE_MS;
        for (int round = 1; ; round++) {
            T result = attempt.get();
            if (result != null) {
                if (round > 1) {
                    say.accept(setting + ": " + where + " answers now");
                }
                return result;
            }
            long left = (giveUpAt - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new StartRefusedException(
                        List.of(setting + ": " + where + " did not answer within " + most.toSeconds() + " s"));
            }
            if (round == 1) {
                say.accept(setting + ": cannot reach " + where + "; trying again for " + most.toSeconds() + " s");
            }
            Thread.sleep(Math.max(1, Math.min(pause, left)));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        }
    }
}
