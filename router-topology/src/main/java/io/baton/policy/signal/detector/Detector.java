// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/** Reads one signal from an event and the figures of its conversation. Pure and stateless. */
public interface Detector {

    /** The event says nothing about the signal; what was known stays known until its window ends. */
    double SILENT = Double.NaN;

    Signal signal();

    /**
     * The signal's value after this event, in the unit of the signal; {@link #SILENT} where it says nothing about it. A
     * value that does not reach the threshold ends what was known before.
     */
    double read(Observation seen);

    /** Whether a reply of the assistant can say anything about the signal; where not, {@link #read} is silent on all of them. */
    default boolean hearsReplies() {
        return false;
    }

    /**
     * Value at which the signal speaks as strongly as it can, where it speaks from {@code threshold} on. Equal to the
     * threshold for a signal that is there or not.
     */
    default double full(double threshold) {
        return threshold;
    }
}
