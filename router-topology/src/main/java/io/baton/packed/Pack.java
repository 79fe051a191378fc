// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** One record of the changelog that is being filled: operations, one behind the other. */
final class Pack {

    static final byte VERSION = 1;

    private static final int MOST_KEPT = 1 << 20;

    private byte[] bytes = new byte[4_096];
    private int length;

    Pack() {
        clear();
    }

    boolean isEmpty() {
        return length == 1;
    }

    int length() {
        return length;
    }

    /** Takes out what is in it and begins anew. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        clear();
        return taken;
    }

    /** As {@link #take}, in the form of the changelog. */
    byte[] takeLogged(PackCompression compression) {
        byte[] taken = compression.logged(bytes, length);
        clear();
        return taken;
    }

    void operation(Operation operation) {
        room(1);
        bytes[length++] = operation.code();
    }

    void number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void text(String value) {
        block(value.getBytes(UTF_8));
    }

    void block(byte[] value) {
        block(value, 0, value.length);
    }

    void block(byte[] value, int from, int count) {
        number(count);
        room(count);
        System.arraycopy(value, from, bytes, length, count);
        length += count;
    }

    private void clear() {
        if (bytes.length > MOST_KEPT) {
            bytes = new byte[4_096];
        }
        bytes[0] = VERSION;
        length = 1;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
