// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

/** Numbers of as many bytes as they need, seven bits each, the lowest first. */
final class Varint {

    private Varint() {}

    /** Returns the index behind what was written: one to five bytes. */
    static int put(byte[] bytes, int at, int value) {
        int rest = value;
        int next = at;
        while ((rest & ~0x7f) != 0) {
            bytes[next++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[next] = (byte) rest;
        return next + 1;
    }

    /** Returns the index behind what was written: one to ten bytes. */
    static int putSigned(byte[] bytes, int at, long value) {
        long rest = (value << 1) ^ (value >> 63);
        int next = at;
        while ((rest & ~0x7fL) != 0) {
            bytes[next++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[next] = (byte) rest;
        return next + 1;
    }
}
