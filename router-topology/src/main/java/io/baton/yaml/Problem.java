// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.yaml;

import java.util.Comparator;

/**
 * Something wrong in a document.
 *
 * @param document name of the document, for messages
 * @param line from 1
 * @param column from 1
 * @param path where it is in the document, such as {@code signals.too-long.threshold}; empty = the document itself
 * @param message what is wrong and what is allowed, in one line
 */
public record Problem(String document, int line, int column, String path, String message)
        implements Comparable<Problem> {

    private static final Comparator<Problem> IN_ORDER = Comparator.comparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::path)
            .thenComparing(Problem::message);

    /** One line that editors and terminals can jump to: {@code policy.yaml:12:5 signals.too-long: is missing}. */
    public String render() {
        String place = document + ":" + line + ":" + column + " ";
        return path.isEmpty() ? place + message : place + path + ": " + message;
    }

    @Override
    public int compareTo(Problem other) {
        return IN_ORDER.compare(this, other);
    }
}
