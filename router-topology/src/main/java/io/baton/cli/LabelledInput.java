// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.lab.learning.Conversations;
import io.baton.lab.learning.Findings;
import io.baton.lab.learning.Labels;
import io.baton.modelfile.StoredModel;
import io.baton.policyfile.ShippedWords;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recordings and labels as the commands about text models are given them, and what there is to say of them. */
final class LabelledInput {

    private final Conversations recorded;
    private final Labels labels;

    private LabelledInput(Conversations recorded, Labels labels) {
        this.recorded = recorded;
        this.labels = labels;
    }

    static LabelledInput read(List<Path> events, List<Path> labels, String name, PrintWriter err) throws IOException {
        require("--events", events);
        require("--labels", labels);
        Conversations recorded = Conversations.read(events);
        sayUnreadable(recorded, err);
        Labels read = Labels.read(labels, name, recorded);
        say(read.unreadable(), "lines of labels without source, id or a whole number " + name, err);
        say(read.unknown(), "labels of events that are not in the recording", err);
        say(read.unsuited(), "labels of events that are not scored (no customer message, no closing)", err);
        err.flush();
        return new LabelledInput(recorded, read);
    }

    /** @throws MisuseException naming the option, where a file is not there */
    static void require(String option, List<Path> files) {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new MisuseException(option + ": no readable file: " + file);
            }
        }
    }

    /** @throws MisuseException where a file cannot be put there */
    static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new MisuseException("--out: " + file + " is a folder, not a file");
        }
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new MisuseException("--out: " + file + " cannot be written: no writable folder there");
        }
    }

    static void sayUnreadable(Conversations recorded, PrintWriter err) {
        say(recorded.unreadable(), "lines that are no event", err);
        err.flush();
    }

    /** Says which word lists are others than those that the model was learned with. */
    static void sayOtherWords(StoredModel stored, Path model, PrintWriter err) {
        List<String> others = stored.otherWords(ShippedWords.hashes());
        if (!others.isEmpty()) {
            err.println("baton: " + model + " was learned with other word lists, its scores may be off: "
                    + String.join(", ", others) + "; learn it again");
            err.flush();
        }
    }

    Conversations recorded() {
        return recorded;
    }

    Labels labels() {
        return labels;
    }

    /** Whether each line of the recordings and of the labels could be used. */
    boolean complete() {
        return labels.complete() && recorded.unreadable().count() == 0;
    }

    private static void say(Findings findings, String what, PrintWriter err) {
        if (findings.count() > 0) {
            err.println("baton: left out " + what + ": " + findings);
        }
    }
}
