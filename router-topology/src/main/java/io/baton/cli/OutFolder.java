// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.runtime.FailureText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a command writes to. */
final class OutFolder {

    private OutFolder() {}

    /**
     * Makes it where it is missing.
     *
     * @param force takes earlier output files away; anything else in the folder stays
     */
    static void prepare(Path dir, boolean force) {
        try {
            Files.createDirectories(dir);
            List<Path> there;
            try (Stream<Path> entries = Files.list(dir)) {
                there = entries.toList();
            }
            if (!there.isEmpty() && !force) {
                throw new MisuseException("--out: " + dir + " is not empty; name another folder or add --force");
            }
            for (Path file : there) {
                if (file.toString().endsWith(".jsonl")) {
                    Files.delete(file);
                }
            }
            if (!Files.isWritable(dir)) {
                throw new MisuseException("--out: " + dir + " cannot be written to");
            }
        } catch (FileAlreadyExistsException e) {
            throw new MisuseException("--out: " + dir + " is a file, not a folder");
        } catch (IOException e) {
            throw new MisuseException("--out: " + dir + " cannot be used: " + FailureText.ofFile(e));
        }
    }
}
