// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.yaml;

import java.util.List;
import java.util.TreeSet;
import org.yaml.snakeyaml.error.Mark;

/** Collects what is wrong in one document, in the order in which it stands there, each thing once. */
final class Problems {

    private final String document;
    private final TreeSet<Problem> found = new TreeSet<>();

    Problems(String document) {
        this.document = document;
    }

    void add(Mark at, String path, String message) {
        add(at.getLine() + 1, at.getColumn() + 1, path, message);
    }

    void add(int line, int column, String path, String message) {
        found.add(new Problem(document, line, column, path, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Problem> inOrder() {
        return List.copyOf(found);
    }
}
