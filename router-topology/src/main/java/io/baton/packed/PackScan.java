// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Reads a pack. Bytes that end too early throw: a changelog that is damaged must stop the task, not lose a part of it. */
final class PackScan {

    private final byte[] bytes;
    private int at;

    PackScan(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != Pack.VERSION) {
            throw new IllegalStateException("a changelog record of another release or another layout");
        }
        this.bytes = bytes;
        this.at = 1;
    }

    boolean hasNext() {
        return at < bytes.length;
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
        throw new IllegalStateException("a damaged changelog record");
    }

    String text() {
        int length = length();
        at += length;
        return new String(bytes, at - length, length, UTF_8);
    }

    byte[] block() {
        int length = length();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private int length() {
        long length = number();
        if (length < 0 || length > bytes.length - at) {
            throw new IllegalStateException("a damaged changelog record");
        }
        return (int) length;
    }
}
