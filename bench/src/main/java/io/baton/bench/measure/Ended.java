// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.gate.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a program once it has had all its slices.
 *
 * @param group programs that ran at the same time, in turn
 * @param commitMs commit interval
 * @param warmth how it was warmed up
 * @param idleShare processor time that it took in a second without any input, seconds
 * @param events all events it was fed, those of the warm-up included
 * @param conversations how many they begin
 * @param evidence what it wrote; null for programs whose output says nothing
 * @param heapBytes heap in use after a full collection; 0 where it was not looked at
 * @param changelogBytes what it wrote to its changelog topics; 0 where it was not looked at
 */
public record Ended(
        String group,
        Variant variant,
        int commitMs,
        Warmth warmth,
        double idleShare,
        long events,
        long conversations,
        @Nullable Evidence evidence,
        long heapBytes,
        long changelogBytes) {

    /** For messages. */
    public String name() {
        return variant.id() + " in " + group + " at " + commitMs + " ms";
    }
}
