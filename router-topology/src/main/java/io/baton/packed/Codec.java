// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

/** The little that this room must know of an image. */
public interface Codec {

    /**
     * The image that a change leads to.
     *
     * @param image nobody else has it: it may be changed and returned
     * @param bytes where the change is, between {@code from} and {@code to}
     */
    byte[] apply(byte[] image, byte[] bytes, int from, int to);

    /** Due time of the conversation's timer, epoch milliseconds; 0 = none. */
    long timerAt(byte[] image);
}
