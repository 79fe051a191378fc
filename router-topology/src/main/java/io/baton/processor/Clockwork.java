// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How a router tells the time.
 *
 * @param mode live or replay
 * @param now the wall clock, epoch milliseconds; a demo passes one that runs faster
 * @param tick how often due timers and figures are looked at
 * @param quiet silence of a partition after which its timers go by the wall clock. While records keep coming their own
 *     time counts, so that a router that catches up on hours of backlog fires no timer before the events that would
 *     have stopped it
 */
public record Clockwork(TimeMode mode, LongSupplier now, Duration tick, Duration quiet) {

    public boolean replay() {
        return mode == TimeMode.REPLAY;
    }
}
