// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Draft} has written, in the same order. */
final class Reading {

    private final byte[] image;
    private final Scan tail;
    private final int wide;
    private int at = Layout.FIRST;
    private int flags;
    private int counted;

    Reading(byte[] image) {
        if (!Layout.isImage(image)) {
            throw new IllegalArgumentException("not a conversation of a layout that this release reads");
        }
        this.image = image;
        this.flags = LittleEndian.getInt(image, Layout.FLAGS);
        int end = (flags & Layout.WIDE) == 0 ? image.length : image.length - Layout.COUNTERS * Integer.BYTES;
        this.wide = end == image.length ? 0 : end;
        this.tail = new Scan(image, Layout.FIXED, end);
    }

    boolean flag() {
        boolean set = (flags & 1) != 0;
        flags >>>= 1;
        return set;
    }

    @Nullable
    Boolean nullableFlag() {
        boolean present = flag();
        boolean value = flag();
        return present ? Boolean.valueOf(value) : null;
    }

    <E extends @Nullable Object> E choice(E[] options) {
        return options[image[at++] & 0xff];
    }

    int counter() {
        int place = counted++;
        at += Short.BYTES;
        return wide == 0
                ? LittleEndian.getShort(image, at - Short.BYTES)
                : LittleEndian.getInt(image, wide + place * Integer.BYTES);
    }

    @Nullable
    Integer nullableCounter() {
        boolean present = flag();
        int value = counter();
        return present ? Integer.valueOf(value) : null;
    }

    int fourBytes() {
        at += Integer.BYTES;
        return LittleEndian.getInt(image, at - Integer.BYTES);
    }

    long eightBytes() {
        at += Long.BYTES;
        return LittleEndian.getLong(image, at - Long.BYTES);
    }

    float fraction() {
        return Float.intBitsToFloat(fourBytes());
    }

    @Nullable
    Float nullableFraction() {
        boolean present = flag();
        float value = fraction();
        return present ? Float.valueOf(value) : null;
    }

    @Nullable
    Double nullableDouble() {
        boolean present = flag();
        long value = eightBytes();
        return present ? Double.valueOf(Double.longBitsToDouble(value)) : null;
    }

    List<Long> longs(int capacity) {
        int ring = at;
        at += Ring.size(capacity, Long.BYTES);
        boolean elsewhere = Ring.count(image, ring) == Ring.ELSEWHERE;
        int count = elsewhere ? tail.count(Long.BYTES) : Ring.count(image, ring);
        List<Long> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(elsewhere ? tail.eightBytes() : Ring.get(image, ring, capacity, Long.BYTES, i));
        }
        return values;
    }

    List<Integer> ints(int capacity) {
        int ring = at;
        at += Ring.size(capacity, Integer.BYTES);
        boolean elsewhere = Ring.count(image, ring) == Ring.ELSEWHERE;
        int count = elsewhere ? tail.count(Integer.BYTES) : Ring.count(image, ring);
        List<Integer> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(elsewhere ? tail.fourBytes() : (int) Ring.get(image, ring, capacity, Integer.BYTES, i));
        }
        return values;
    }

    /** Bytes with room for one number more behind their limit, for whoever adds one. */
    ByteBuffer bytes(int capacity) {
        int ring = at;
        at += Ring.size(capacity, Long.BYTES);
        int count = Ring.count(image, ring);
        if (count == Ring.ELSEWHERE) {
            return ByteBuffer.wrap(tail.block());
        }
        ByteBuffer values = ByteBuffer.allocate((count + 1) * Long.BYTES).limit(count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            values.putLong(i * Long.BYTES, Ring.get(image, ring, capacity, Long.BYTES, i));
        }
        return values;
    }

    Scan tail() {
        return tail;
    }
}
