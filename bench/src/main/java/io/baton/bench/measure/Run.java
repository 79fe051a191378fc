// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.gate.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * One run of one variant.
 *
 * @param round from 1
 * @param commitMs commit interval
 * @param evidence what it wrote; null for programs whose output says nothing
 * @param heapBytes heap in use at the end after a full collection; 0 where it was not looked at
 * @param changelogBytes what it wrote to its changelog topics; 0 where it was not looked at
 */
public record Run(
        Variant variant,
        int round,
        int commitMs,
        Window window,
        @Nullable Evidence evidence,
        long heapBytes,
        long changelogBytes) {

    /** For messages. */
    public String name() {
        return variant.id() + " in round " + round + " at " + commitMs + " ms";
    }
}
