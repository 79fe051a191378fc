// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image that is being written: fields of fixed width to the next place of the fixed part, all others to the tail. One a
 * thread, used again, so that an image costs one allocation.
 */
final class Draft {

    private static final ThreadLocal<Draft> OWN = ThreadLocal.withInitial(Draft::new);

    private final Tail tail = new Tail();
    private final int[] counters = new int[Layout.COUNTERS];
    private final long[] numbers = new long[Layout.RECENT];
    private byte[] fixed = new byte[Layout.FIXED];
    private byte @Nullable [] before;
    private int at;
    private int counted;
    private int flags;
    private int nextFlag;
    private boolean wide;

    private Draft() {}

    /** Begins anew. Rings keep their slots of the image before, where there is one of this layout. */
    static Draft begin(byte @Nullable [] before) {
        Draft draft = OWN.get();
        Arrays.fill(draft.fixed, (byte) 0);
        draft.tail.begin();
        draft.before = before != null && Layout.isImage(before) ? before : null;
        draft.at = Layout.FIRST;
        draft.counted = 0;
        draft.flags = 0;
        draft.nextFlag = 1;
        draft.wide = false;
        return draft;
    }

    byte[] finish(long timerAt) {
        if (wide) {
            for (int counter : counters) {
                tail.fourBytes(counter);
            }
        }
        fixed[0] = Layout.VERSION;
        LittleEndian.putLong(fixed, Layout.TIMER_AT, timerAt);
        LittleEndian.putInt(fixed, Layout.FLAGS, wide ? flags | Layout.WIDE : flags);
        before = null;
        return tail.behind(fixed);
    }

    void flag(boolean set) {
        flags |= set ? nextFlag : 0;
        nextFlag <<= 1;
    }

    void flag(@Nullable Boolean value) {
        flag(value != null);
        flag(Boolean.TRUE.equals(value));
    }

    /** The place of the value in its enumeration, from 1; 0 = null. */
    @SuppressWarnings("EnumOrdinal") // a layout's enumerations are pinned by a test; the order of a schema only grows
    void choice(@Nullable Enum<?> value) {
        fixed[at++] = (byte) (value == null ? 0 : value.ordinal() + 1);
    }

    /** A number that is seldom below 0 or above 65,535. */
    void counter(int value) {
        counters[counted++] = value;
        wide |= value >>> 16 != 0;
        LittleEndian.putShort(fixed, at, value);
        at += Short.BYTES;
    }

    void counter(@Nullable Integer value) {
        flag(value != null);
        counter(value == null ? 0 : value.intValue());
    }

    void number(int value) {
        LittleEndian.putInt(fixed, at, value);
        at += Integer.BYTES;
    }

    void number(long value) {
        LittleEndian.putLong(fixed, at, value);
        at += Long.BYTES;
    }

    void number(float value) {
        number(Float.floatToRawIntBits(value));
    }

    void number(@Nullable Float value) {
        flag(value != null);
        number(value == null ? 0f : value.floatValue());
    }

    void number(@Nullable Double value) {
        flag(value != null);
        number(value == null ? 0L : Double.doubleToRawLongBits(value));
    }

    void text(@Nullable String value) {
        tail.text(value);
    }

    void longs(List<Long> values, int capacity) {
        int count = values.size();
        if (count > capacity) {
            Ring.writeElsewhere(fixed, at);
            tail.number(count);
            values.forEach(tail::eightBytes);
        } else {
            for (int i = 0; i < count; i++) {
                numbers[i] = values.get(i);
            }
            Ring.write(fixed, at, capacity, Long.BYTES, numbers, count, before);
        }
        at += Ring.size(capacity, Long.BYTES);
    }

    void ints(List<Integer> values, int capacity) {
        int count = values.size();
        if (count > capacity) {
            Ring.writeElsewhere(fixed, at);
            tail.number(count);
            values.forEach(tail::fourBytes);
        } else {
            for (int i = 0; i < count; i++) {
                numbers[i] = values.get(i);
            }
            Ring.write(fixed, at, capacity, Integer.BYTES, numbers, count, before);
        }
        at += Ring.size(capacity, Integer.BYTES);
    }

    /** Bytes that are numbers of eight bytes, as a rule. */
    void bytes(ByteBuffer values, int capacity) {
        int length = values.remaining();
        if (length > capacity * Long.BYTES || length % Long.BYTES != 0) {
            Ring.writeElsewhere(fixed, at);
            tail.bytes(values);
        } else {
            int count = length / Long.BYTES;
            for (int i = 0; i < count; i++) {
                numbers[i] = values.getLong(values.position() + i * Long.BYTES);
            }
            Ring.write(fixed, at, capacity, Long.BYTES, numbers, count, before);
        }
        at += Ring.size(capacity, Long.BYTES);
    }

    Tail tail() {
        return tail;
    }
}
