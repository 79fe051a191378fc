// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import io.baton.lab.Recording;
import io.baton.lab.Tally;
import io.baton.serde.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a replay gave.
 *
 * @param refused one line for each record in the dead letters, in the order of files and lines: place, reason, detail
 */
public record Report(Recording recording, Tally tally, List<String> refused, Path out, Duration took) {

    /** A few lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String period = recording.lines().isEmpty()
                ? "no events"
                : "from " + Json.time(recording.start()) + " to " + Json.time(recording.end());
        lines.add(Tally.line("events", recording.lines().size(), period));
        lines.add(Tally.line("conversations", recording.conversations(), ""));
        lines.addAll(tally.lines());
        lines.add(String.format(Locale.ROOT, "%-14s%8.1f s  written to %s", "took", took.toMillis() / 1000.0, out));
        return lines;
    }
}
