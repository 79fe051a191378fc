// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

/** The little that this room must know of an image. */
public interface Codec {

    /** The image that a change leads to. */
    byte[] apply(byte[] image, byte[] delta);

    /** Due time of the conversation's timer, epoch milliseconds; 0 = none. */
    long timerAt(byte[] image);
}
