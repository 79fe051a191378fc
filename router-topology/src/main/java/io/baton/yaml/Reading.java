// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.yaml;

import java.util.List;

/** What became of a document: what it says, or everything that is wrong with it. */
public sealed interface Reading<T> {

    /** A document that is right. */
    record Valid<T>(T content) implements Reading<T> {}

    /**
     * A document that is wrong.
     *
     * @param problems never empty, in the order of the document
     */
    record Invalid<T>(List<Problem> problems) implements Reading<T> {}
}
