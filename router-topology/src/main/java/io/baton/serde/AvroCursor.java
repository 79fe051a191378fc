// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks through an Avro body of the usual form. At the first thing that is unusual or wrong it becomes {@link #isOdd odd} and
 * gives worthless values from then on, so that a caller asks once, at the end, and lets Avro's own reader judge. It never
 * reads outside the bytes, never throws, and never allocates more than a few times their number.
 */
final class AvroCursor {

    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    /** Bytes of the longest number. */
    private static final int LONGEST = 10;
    /** Items that there is room for at once; more than that get room as they come. */
    private static final int ROOM = 10;

    private static final int LONGEST_INTEGER = 5;

    private final byte[] bytes;
    private int at;
    private boolean odd;

    AvroCursor(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
        this.odd = from > bytes.length;
    }

    /** Whether something was unusual, or bytes are left over. */
    boolean isOdd() {
        return odd || at != bytes.length;
    }

    /** A branch of a union or a constant of an enumeration, from 0, in one byte. */
    int choice() {
        if (at >= bytes.length || bytes[at] < 0 || (bytes[at] & 1) != 0) {
            return odd();
        }
        return bytes[at++] >> 1;
    }

    long number() {
        if (at < bytes.length && bytes[at] >= 0) {
            return zigzag(bytes[at++]);
        }
        long n = 0;
        for (int i = 0; i < LONGEST && at < bytes.length; i++) {
            byte next = bytes[at++];
            n |= (next & 0x7fL) << (7 * i);
            if (next >= 0) {
                return zigzag(n);
            }
        }
        return odd();
    }

    int integer() {
        int from = at;
        long n = number();
        return n == (int) n && at - from <= LONGEST_INTEGER ? (int) n : odd();
    }

    double fraction() {
        int from = take(Double.BYTES);
        return from < 0 ? 0 : (double) DOUBLE.get(bytes, from);
    }

    float fourByteFraction() {
        int from = take(Float.BYTES);
        return from < 0 ? 0 : (float) FLOAT.get(bytes, from);
    }

    boolean truth() {
        int from = take(1);
        return from >= 0 && bytes[from] == 1;
    }

    /** A text that is seldom met again. */
    String text() {
        int length = length();
        int from = take(length);
        return from < 0 ? "" : new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** A text that many records share. */
    String word() {
        int length = length();
        int from = take(length);
        return from < 0 ? "" : SharedWords.of(bytes, from, length);
    }

    ByteBuffer bytes() {
        int length = length();
        int from = take(length);
        return from < 0 ? ByteBuffer.allocate(0) : ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, from + length));
    }

    @Nullable
    String nullableText() {
        return present() ? text() : null;
    }

    @Nullable
    String nullableWord() {
        return present() ? word() : null;
    }

    @Nullable
    Double nullableDouble() {
        return present() ? Double.valueOf(fraction()) : null;
    }

    @Nullable
    Boolean nullableTruth() {
        return present() ? Boolean.valueOf(truth()) : null;
    }

    List<String> words() {
        long left = count(1);
        List<String> words = new ArrayList<>((int) Math.min(left, ROOM));
        for (; left > 0; left = count(1)) {
            for (long i = 0; i < left; i++) {
                words.add(word());
            }
        }
        return words;
    }

    Map<String, String> textByName() {
        long left = count(2);
        Map<String, String> texts = new HashMap<>((int) Math.min(left, ROOM) * 2);
        for (; left > 0; left = count(2)) {
            for (long i = 0; i < left; i++) {
                texts.put(word(), text());
            }
        }
        return texts;
    }

    /** Gives up: what follows is worthless. */
    int odd() {
        odd = true;
        at = bytes.length;
        return 0;
    }

    /** Length of what follows; more than there can be is odd. */
    private int length() {
        long length = number();
        return length < 0 || length > bytes.length - at ? odd() : (int) length;
    }

    /** Where so many bytes begin that are taken herewith; -1 where there are not as many any more. */
    private int take(int length) {
        if (odd || length > bytes.length - at) {
            odd();
            return -1;
        }
        at += length;
        return at - length;
    }

    private static long zigzag(long n) {
        return (n >>> 1) ^ -(n & 1);
    }

    /** Which branch of a union whose first one is null. */
    boolean present() {
        int branch = choice();
        if (branch > 1) {
            odd();
        }
        return branch == 1;
    }

    /** Items of the next block, 0 = no more; more than there can be is odd, and so is a block with its size in front. */
    long count(int width) {
        long count = number();
        if (count < 0 || count > (bytes.length - at) / width) {
            return odd();
        }
        return count;
    }
}
