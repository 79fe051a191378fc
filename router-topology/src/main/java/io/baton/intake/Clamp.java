// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * Keeps the time of an event plausible. One event from the year 2076 would move the time of its whole partition there, and every
 * timer of every conversation would fire at once.
 */
final class Clamp {

    /** @param at milliseconds since 1970 */
    record Moment(long at, boolean clamped) {}

    private final long tolerance;

    /** @param tolerance how far ahead of its arrival an event may lie, in milliseconds */
    Clamp(long tolerance) {
        this.tolerance = tolerance;
    }

    /** The time to go by, which is also written into the record where it differs. */
    Moment apply(SpecificRecord fact, long arrivedAt) {
        int position = Shape.of(fact.getSchema()).time().position();
        Instant claimed = (Instant) Objects.requireNonNull(fact.get(position));
        Moment moment = moment(claimed.toEpochMilli(), arrivedAt);
        if (moment.clamped()) {
            fact.put(position, Instant.ofEpochMilli(moment.at()));
        }
        return moment;
    }

    private Moment moment(long claimed, long arrivedAt) {
        if (claimed <= 0) {
            return new Moment(arrivedAt, true);
        }
        long latest = arrivedAt + tolerance;
        return claimed > latest ? new Moment(latest, true) : new Moment(claimed, false);
    }
}
