// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.decision;

import io.baton.policy.signal.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence says about a turn.
 *
 * @param escalate whether a human must take over
 * @param review whether a human should check the assistant's answers (hysteresis applied)
 * @param rule the rule that fired: {@code score}, {@code hard:<signal or trigger>}, or {@code none}
 * @param score weighted score
 * @param threshold score at which this segment escalates
 * @param aligned how many signals are aligned
 * @param required how many must align
 * @param readings all signals that are alive
 * @param why the verdict in words
 */
public record Verdict(
        boolean escalate,
        boolean review,
        String rule,
        double score,
        double threshold,
        int aligned,
        int required,
        List<Reading> readings,
        Why why) {

    /** The verdict in one or two sentences. */
    public String explanation() {
        return why.explanation();
    }

    /** The smallest change that would have turned it; null where nothing could have. */
    public @Nullable Turnaround flip() {
        return why.flip();
    }
}
