// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import org.jspecify.annotations.Nullable;

/**
 * The last few numbers, in slots that are used in turn: a byte for how many there are, a byte for the slot of the oldest,
 * then the slots. One number more changes one slot and one of the two bytes, which is what keeps a change of state short.
 */
final class Ring {

    /** In place of the count: there are more numbers than slots, so all of them are in the tail. */
    static final int ELSEWHERE = 0xff;

    private static final int SLOTS = 2;

    private Ring() {}

    /** Bytes that a ring takes. */
    static int size(int capacity, int width) {
        return SLOTS + capacity * width;
    }

    static int count(byte[] image, int ring) {
        return image[ring] & 0xff;
    }

    static void writeElsewhere(byte[] image, int ring) {
        image[ring] = (byte) ELSEWHERE;
    }

    /**
     * Writes the first {@code count} of the numbers, oldest first. Where the image before holds some of them, they keep
     * their slots.
     */
    static void write(
            byte[] image, int ring, int capacity, int width, long[] numbers, int count, byte @Nullable [] before) {
        int head = before == null ? 0 : head(before, ring, capacity, width, numbers, count);
        image[ring] = (byte) count;
        image[ring + 1] = (byte) head;
        int slot = head;
        for (int i = 0; i < count; i++) {
            set(image, ring, width, slot, numbers[i]);
            slot = slot + 1 == capacity ? 0 : slot + 1;
        }
    }

    /** The number at a place, counted from the oldest. */
    static long get(byte[] image, int ring, int capacity, int width, int place) {
        int slot = (image[ring + 1] & 0xff) + place;
        return at(image, ring, width, slot >= capacity ? slot - capacity : slot);
    }

    /** The slot of the oldest that leaves the newest number of the image before where it is. */
    private static int head(byte[] before, int ring, int capacity, int width, long[] numbers, int count) {
        int known = count(before, ring);
        if (known == 0 || known > capacity) {
            return 0;
        }
        int slot = ((before[ring + 1] & 0xff) + known - 1) % capacity;
        long newest = at(before, ring, width, slot);
        for (int i = count - 1; i >= 0; i--) {
            if (numbers[i] == newest) {
                return (slot - i + capacity) % capacity;
            }
        }
        return 0;
    }

    private static long at(byte[] image, int ring, int width, int slot) {
        int place = ring + SLOTS + slot * width;
        return width == Long.BYTES ? LittleEndian.getLong(image, place) : LittleEndian.getInt(image, place);
    }

    private static void set(byte[] image, int ring, int width, int slot, long number) {
        int place = ring + SLOTS + slot * width;
        if (width == Long.BYTES) {
            LittleEndian.putLong(image, place, number);
        } else {
            LittleEndian.putInt(image, place, (int) number);
        }
    }
}
