// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

/** A pack of the changelog as it was noted. Used again for one after the other: new room for each took a third of what reading a log asks of the heap. */
final class Unpacked {

    private byte[] room = new byte[0];
    private byte[] bytes = room;
    private int length;

    /**
     * Takes in a pack as the changelog has it, in place of what was here.
     *
     * @throws IllegalStateException for bytes that are damaged
     */
    Unpacked take(byte[] logged) {
        if (!PackCompression.isCompressed(logged)) {
            bytes = logged;
            length = logged.length;
            return this;
        }
        length = PackCompression.plainLength(logged);
        if (room.length < length) {
            room = new byte[length];
        }
        bytes = room;
        PackCompression.unpack(logged, room, length);
        return this;
    }

    /** Bytes of it. */
    int length() {
        return length;
    }

    /** What it is the beginning of. */
    byte[] bytes() {
        return bytes;
    }

    /** From its beginning; until the next is taken. */
    PackScan scan() {
        return new PackScan(bytes, length);
    }
}
