// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import io.baton.runtime.ChosenPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to replay.
 *
 * @param files recordings, one event a line; in any order
 * @param out folder for the output files; exists and is writable
 * @param settle how long event time runs on after the last event, so that timers and windows finish
 * @param allDecisions whether each "no" is written too
 * @param exercise incidents to inject that were not recorded
 */
public record Order(
        List<Path> files, Path out, Duration settle, ChosenPolicy policy, boolean allDecisions, Exercise exercise) {

    public Order {
        files = List.copyOf(files);
    }

    /** Without an exercise. */
    public Order(List<Path> files, Path out, Duration settle, ChosenPolicy policy, boolean allDecisions) {
        this(files, out, settle, policy, allDecisions, Exercise.NONE);
    }
}
