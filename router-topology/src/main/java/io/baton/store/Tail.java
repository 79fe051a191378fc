// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes of unknown number that are being written one behind the other; read by {@link Scan}. */
final class Tail {

    /** A buffer that has become larger is not kept, so that one huge value is not paid for ever after. */
    private static final int KEEP = 64 * 1024;

    /** Up to here a text is written as fast char by char as by Java's own encoding, which makes an array of it but does many at once. */
    private static final int SHORT = 64;

    static final byte UUID = 1;
    static final double FRACTION = 10_000;

    private static final byte TEXT = 0;

    private byte[] bytes = new byte[512];
    private int length;

    void begin() {
        if (bytes.length > KEEP) {
            bytes = new byte[512];
        }
        length = 0;
    }

    /** A number of one to five bytes, seven bits each, the lowest first; a small one is short. */
    void number(int value) {
        room(5);
        length = Varint.put(bytes, length, value);
    }

    /** The same in one to ten bytes; near 0 is short, on both sides of it. */
    void signed(long value) {
        room(10);
        length = Varint.putSigned(bytes, length, value);
    }

    /** Leaves room for two bytes that are known later; returns their place for {@link #fill}. */
    int twoBytesLater() {
        room(Short.BYTES);
        length += Short.BYTES;
        return length - Short.BYTES;
    }

    void fill(int place, int value) {
        LittleEndian.putShort(bytes, place, value);
    }

    /** A fraction of up to four digits behind the point in one to five bytes, any other in nine. */
    void fraction(double value) {
        long scaled = Math.round(value * FRACTION);
        boolean exact = Math.abs(scaled) < Integer.MAX_VALUE
                && Double.doubleToRawLongBits(scaled / FRACTION) == Double.doubleToRawLongBits(value);
        if (exact) {
            signed(scaled < 0 ? scaled : scaled + 1);
        } else {
            oneByte(0);
            eightBytes(Double.doubleToRawLongBits(value));
        }
    }

    void oneByte(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void fourBytes(int value) {
        room(Integer.BYTES);
        LittleEndian.putInt(bytes, length, value);
        length += Integer.BYTES;
    }

    void eightBytes(long value) {
        room(Long.BYTES);
        LittleEndian.putLong(bytes, length, value);
        length += Long.BYTES;
    }

    void bytes(ByteBuffer values) {
        int size = values.remaining();
        number(size);
        room(size);
        values.get(values.position(), bytes, length, size);
        length += size;
    }

    /** Length plus 1, then UTF-8; 0 = null. */
    void text(@Nullable String value) {
        if (value == null) {
            oneByte(0);
            return;
        }
        int size = value.length();
        if (size > SHORT) {
            utf8(value);
            return;
        }
        room(size + 5);
        int start = Varint.put(bytes, length, size + 1);
        for (int i = 0; i < size; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                utf8(value);
                return;
            }
            bytes[start + i] = (byte) c;
        }
        length = start + size;
    }

    /** A byte that says which, then a UUID in 16 bytes or a text. */
    void id(@Nullable String value) {
        room(1 + Uuids.BYTES);
        if (value != null && Uuids.put(bytes, length + 1, value)) {
            bytes[length] = UUID;
            length += 1 + Uuids.BYTES;
        } else {
            oneByte(TEXT);
            text(value);
        }
    }

    byte[] all() {
        return Arrays.copyOf(bytes, length);
    }

    /** What was written, behind the given bytes. */
    byte[] behind(byte[] head) {
        byte[] all = Arrays.copyOf(head, head.length + length);
        System.arraycopy(bytes, 0, all, head.length, length);
        return all;
    }

    private void utf8(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        room(encoded.length + 5);
        length = Varint.put(bytes, length, encoded.length + 1);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
