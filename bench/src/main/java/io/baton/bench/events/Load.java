// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The events that a program is fed; two of the same load get the same events.
 *
 * @param file where they come from; null = generated
 * @param open conversations open at a time, where they are generated
 * @param categories how many each of the generator's categories is split into, 1 or more
 * @param refusedEvery how many good records come between two that must be refused; 0 = none has to be
 */
public record Load(Flavour flavour, @Nullable Path file, long seed, int open, int categories, int refusedEvery) {

    /** Ordinary ones. */
    public static Load of(Flavour flavour, @Nullable Path file, long seed, int open) {
        return new Load(flavour, file, seed, open, 1, 0);
    }

    /** The same conversations, each category split into so many. */
    public Load withCategories(int each) {
        return new Load(flavour, file, seed, open, each, refusedEvery);
    }

    /** The same with a record in between, after every so many, that must be refused. */
    public Load withRefused(int every) {
        return new Load(flavour, file, seed, open, categories, every);
    }

    /** From the beginning. */
    public EventSource source() throws IOException {
        return file == null
                ? Generator.ofRecorded(flavour, seed, open).splitCategories(categories)
                : EventFile.read(file, flavour);
    }
}
