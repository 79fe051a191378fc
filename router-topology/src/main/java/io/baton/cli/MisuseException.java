// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import java.util.List;

/** Wrong usage or configuration; each problem is one line that names the option or setting. */
final class MisuseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    MisuseException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    MisuseException(String problem) {
        this(List.of(problem));
    }

    List<String> problems() {
        return problems;
    }
}
