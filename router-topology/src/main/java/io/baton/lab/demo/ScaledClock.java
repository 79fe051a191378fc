// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.demo;

import java.util.function.LongSupplier;

/** A clock that runs at a multiple of real speed from the moment it is set going; until then it shows the real time. */
final class ScaledClock implements LongSupplier {

    private record Going(long sinceMillis, long sinceNanos) {}

    private final int speed;
    private volatile Going going = new Going(0, 0);

    /** @param speed 1 or more */
    ScaledClock(int speed) {
        this.speed = speed;
    }

    /** Sets it going at the present moment, which is returned in milliseconds since 1970. */
    long go() {
        going = new Going(System.currentTimeMillis(), System.nanoTime());
        return going.sinceMillis();
    }

    @Override
    public long getAsLong() {
        Going since = going;
        return since.sinceMillis() == 0
                ? System.currentTimeMillis()
                : since.sinceMillis() + (System.nanoTime() - since.sinceNanos()) / 1_000 * speed / 1_000;
    }

    /** Real milliseconds until this clock shows a time; 0 where it has passed. */
    long realMillisUntil(long at) {
        return Math.max(0, (at - getAsLong()) / speed);
    }
}
