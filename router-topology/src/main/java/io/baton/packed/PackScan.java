// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Reads a pack. Bytes that end too early throw: a changelog that is damaged must stop the task, not lose a part of it. */
final class PackScan {

    private final byte[] bytes;
    private final int end;
    private int at;
    private int from;

    PackScan(byte[] bytes) {
        this(bytes, bytes.length);
    }

    /** @param end where the pack ends, which begins with the array */
    PackScan(byte[] bytes, int end) {
        if (end == 0 || bytes[0] != Pack.VERSION) {
            throw new IllegalStateException("a changelog record of another release or another layout");
        }
        this.bytes = bytes;
        this.end = end;
        this.at = 1;
    }

    boolean hasNext() {
        if (at > end) {
            throw damaged();
        }
        return at < end;
    }

    Operation operation() {
        return Operation.of(bytes[at++]);
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    String text() {
        int length = length();
        at += length;
        return new String(bytes, at - length, length, UTF_8);
    }

    byte[] block() {
        pass();
        return Arrays.copyOfRange(bytes, from, at);
    }

    /** Goes over a block without a copy of it: until anything else is read it lies from {@link #from} to {@link #at}. */
    void pass() {
        int length = length();
        from = at;
        at += length;
    }

    int from() {
        return from;
    }

    int at() {
        return at;
    }

    /** What is scanned. */
    byte[] bytes() {
        return bytes;
    }

    private int length() {
        long length = number();
        if (length < 0 || length > end - at) {
            throw damaged();
        }
        return (int) length;
    }

    private static IllegalStateException damaged() {
        return new IllegalStateException("a damaged changelog record");
    }
}
