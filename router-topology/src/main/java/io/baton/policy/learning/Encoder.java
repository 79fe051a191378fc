// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/** Turns a text into a vector that says what it means: the second tier of a text model. Not thread-safe. */
public interface Encoder {

    /** Name and version: a model that was learned with another one is refused. */
    String name();

    /** How many numbers a vector has. */
    int size();

    /**
     * The vector of a text, of length 1; the same text gives the same vector on the same machine.
     *
     * @param maskedText as intake leaves it; any text, also none
     */
    float[] encode(String maskedText);
}
