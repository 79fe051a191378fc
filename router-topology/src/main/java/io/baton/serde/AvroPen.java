// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes Avro's binary encoding into a buffer that grows and is used again. Not thread-safe. */
final class AvroPen {

    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int BEGIN = 512;

    /** Bytes of the longest number. */
    private static final int LONGEST = 10;

    /** Characters up to which a text is copied one by one; a longer one is cheaper to encode as a whole first. */
    private static final int SHORT = 64;

    private byte[] bytes = new byte[BEGIN];
    private int at;

    /** Forgets what was written and begins with a header. */
    void begin(byte[] header) {
        at = 0;
        raw(header);
    }

    /** What was written, the header included. */
    byte[] written() {
        return Arrays.copyOf(bytes, at);
    }

    /** @param most bytes of a buffer that is not given up */
    void forgetAbove(int most) {
        if (bytes.length > most) {
            bytes = new byte[BEGIN];
        }
    }

    /** An int, a long, a length, the index of a constant or of a branch. */
    void number(long value) {
        room(LONGEST);
        long left = (value << 1) ^ (value >> 63);
        int to = at;
        while ((left & ~0x7fL) != 0) {
            bytes[to++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[to++] = (byte) left;
        at = to;
    }

    void truth(boolean value) {
        room(1);
        bytes[at++] = (byte) (value ? 1 : 0);
    }

    void fraction(double value) {
        room(Double.BYTES);
        DOUBLE.set(bytes, at, value);
        at += Double.BYTES;
    }

    void fraction(float value) {
        room(Float.BYTES);
        FLOAT.set(bytes, at, value);
        at += Float.BYTES;
    }

    void text(String value) {
        if (value.length() > SHORT || !plain(value)) {
            byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
            number(encoded.length);
            raw(encoded);
        }
    }

    /** What is between position and limit; neither is moved. */
    void bytes(ByteBuffer value) {
        int length = value.remaining();
        number(length);
        room(length);
        value.get(value.position(), bytes, at, length);
        at += length;
    }

    /** Writes a text whose characters are all one byte long; false, with nothing written, where one is not. */
    private boolean plain(String value) {
        int length = value.length();
        room(LONGEST + length);
        int before = at;
        number(length);
        byte[] target = bytes;
        int to = at;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                at = before;
                return false;
            }
            target[to + i] = (byte) c;
        }
        at = to + length;
        return true;
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
        at += value.length;
    }

    private void room(int more) {
        if (bytes.length - at < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + more));
        }
    }
}
