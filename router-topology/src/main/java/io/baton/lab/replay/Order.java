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
 */
public record Order(List<Path> files, Path out, Duration settle, ChosenPolicy policy, boolean allDecisions) {

    public Order {
        files = List.copyOf(files);
    }
}
