// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Entries of a journal, one behind the other, each with its length in front. */
public final class Frames {

    private static final byte[] NOTHING = new byte[0];

    private Frames() {}

    /** Reads one entry out of the bytes from {@code from} to {@code to}. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(byte[] bytes, int from, int to);
    }

    /** Encodes entries. */
    public static <T> byte[] write(List<T> entries, Function<T, byte[]> encoder) {
        byte[] bytes = NOTHING;
        for (T entry : entries) {
            byte[] encoded = encoder.apply(entry);
            int end = bytes.length;
            int head = head(encoded.length);
            bytes = Arrays.copyOf(bytes, end + head + encoded.length);
            int rest = encoded.length;
            while (rest > 0x7f) {
                bytes[end++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[end++] = (byte) rest;
            System.arraycopy(encoded, 0, bytes, end, encoded.length);
        }
        return bytes;
    }

    /** Bytes of a length: seven bits in each. */
    private static int head(int length) {
        return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 6) / 7);
    }

    /** Reads all entries of the bytes; the caller owns the list. */
    public static <T> List<T> read(byte[] bytes, Reader<T> reader) {
        List<T> entries = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int length = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes[at++];
                length |= (next & 0x7f) << shift;
                shift += 7;
            } while (next < 0);
            entries.add(reader.read(bytes, at, at + length));
            at += length;
        }
        return entries;
    }
}
