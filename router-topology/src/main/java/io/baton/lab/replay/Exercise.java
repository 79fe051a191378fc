// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import io.baton.lab.RecordedLine;
import io.baton.lab.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tabletop exercise (C07): reports of incidents that are injected into recorded conversations, to see what the playbooks
 * would have done.
 *
 * @param files reports, one a line; empty = no exercise
 * @param at when the first report is to fall, the others as far behind it as they are dated; null = as dated where that lies
 *     within the recording, otherwise a quarter into it
 */
public record Exercise(List<Path> files, @Nullable Instant at) {

    static final Exercise NONE = new Exercise(List.of(), null);

    public Exercise {
        files = List.copyOf(files);
    }

    /** The recording with the reports among its lines. */
    Recording into(Recording recording) throws IOException {
        if (files.isEmpty()) {
            return recording;
        }
        Recording reports = Recording.read(files);
        List<RecordedLine> lines = new ArrayList<>(recording.lines());
        lines.addAll(reports.shifted(begin(recording, reports) - reports.start()));
        return Recording.of(lines);
    }

    private long begin(Recording recording, Recording reports) {
        if (at != null) {
            return at.toEpochMilli();
        }
        boolean within = reports.start() >= recording.start() && reports.start() <= recording.end();
        return within ? reports.start() : recording.start() + (recording.end() - recording.start()) / 4;
    }
}
