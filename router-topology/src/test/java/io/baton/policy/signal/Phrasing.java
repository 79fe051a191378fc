// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A line of a table of phrasings: {@code kind|yes or no|text}, and a fourth field where it is a known miss. */
record Phrasing(String kind, boolean expected, String text, boolean knownMiss) {

    static List<Phrasing> of(String table) throws IOException {
        try (InputStream in = Phrasing.class.getResourceAsStream("/phrases/" + table)) {
            String all = new String(Objects.requireNonNull(in, table).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Phrasing::parse)
                    .toList();
        }
    }

    private static Phrasing parse(String line) {
        String[] fields = line.split("\\|", -1);
        return new Phrasing(fields[0], fields[1].equals("yes"), fields[2], fields.length > 3);
    }
}
