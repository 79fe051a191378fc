// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.serde.SharedWords;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Tail} has written. Whatever the bytes are, it reads no byte outside them and allocates no more than they are. */
final class Scan {

    private final byte[] bytes;
    private final int end;
    private int at;

    Scan(byte[] bytes, int from, int to) {
        if (from < 0 || to > bytes.length || from > to) {
            throw damaged();
        }
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    static IllegalArgumentException damaged() {
        return new IllegalArgumentException("stored bytes end too early or hold what no release has written");
    }

    boolean isEnd() {
        return at == end;
    }

    int oneByte() {
        return bytes[take(1)];
    }

    int fourBytes() {
        return LittleEndian.getInt(bytes, take(Integer.BYTES));
    }

    long eightBytes() {
        return LittleEndian.getLong(bytes, take(Long.BYTES));
    }

    int twoBytes() {
        return LittleEndian.getShort(bytes, take(Short.BYTES));
    }

    double fraction() {
        long scaled = signed();
        return scaled == 0 ? Double.longBitsToDouble(eightBytes()) : (scaled < 0 ? scaled : scaled - 1) / Tail.FRACTION;
    }

    int number() {
        return (int) varint(5);
    }

    /** A number of items of at least this many bytes each. */
    int count(int width) {
        int count = number();
        if (count < 0 || count > (end - at) / width) {
            throw damaged();
        }
        return count;
    }

    long signed() {
        long value = varint(10);
        return (value >>> 1) ^ -(value & 1);
    }

    byte[] block() {
        int length = count(1);
        byte[] block = new byte[length];
        System.arraycopy(bytes, take(length), block, 0, length);
        return block;
    }

    @Nullable
    String id() {
        return oneByte() == Tail.UUID ? Uuids.get(bytes, take(Uuids.BYTES)) : text();
    }

    /** A text that is seldom met again. */
    @Nullable
    String text() {
        int length = number() - 1;
        return length < 0 ? null : new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    /** A text that many conversations share. */
    @Nullable
    String word() {
        int length = number() - 1;
        return length < 0 ? null : SharedWords.of(bytes, take(length), length);
    }

    /** A run of a {@link Delta}: how many bytes to leave as they are, how many follow, and these. Returns where it ends. */
    int copy(byte[] target, int from, int to) {
        int skip = number();
        int length = number();
        if (skip < 0 || length < 0 || (long) skip + length > to - from) {
            throw damaged();
        }
        System.arraycopy(bytes, take(length), target, from + skip, length);
        return from + skip + length;
    }

    private long varint(int longest) {
        long value = 0;
        for (int i = 0; i < longest; i++) {
            byte next = bytes[take(1)];
            value |= (next & 0x7fL) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private int take(int length) {
        int from = at;
        if (length > end - from) {
            throw damaged();
        }
        at = from + length;
        return from;
    }
}
