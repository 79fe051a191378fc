// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.audit;

import java.nio.file.Path;
import java.util.List;

/** A ticket export that cannot be read, with everything that is wrong with it. */
public final class AuditRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    private final transient List<String> problems;

    AuditRefusedException(Path file, List<String> problems) {
        super(file + ": " + problems.get(0));
        this.problems = problems.stream()
                .limit(MOST)
                .map(problem -> file + ": " + problem)
                .toList();
    }

    /** One line each, naming the file and what is wrong with it; the first twenty. */
    public List<String> problems() {
        return problems;
    }
}
