// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    /** Bytes of the longest number. */
    private static final int LONGEST = 10;
    /** Items that there is room for at once; more than that get room as they come. */
    private static final int ROOM = 10;

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

    String text() {
        long length = number();
        if (length < 0 || length > bytes.length - at) {
            odd();
            return "";
        }
        int from = at;
        at += (int) length;
        return new String(bytes, from, (int) length, StandardCharsets.UTF_8);
    }

    @Nullable
    String nullableText() {
        return present() ? text() : null;
    }

    @Nullable
    Double nullableDouble() {
        if (!present()) {
            return null;
        }
        if (bytes.length - at < Double.BYTES) {
            odd();
            return null;
        }
        at += Double.BYTES;
        return (double) DOUBLE.get(bytes, at - Double.BYTES);
    }

    @Nullable
    Boolean nullableTruth() {
        if (!present()) {
            return null;
        }
        if (at >= bytes.length) {
            odd();
            return null;
        }
        return bytes[at++] == 1;
    }

    /** A text that many events share. */
    String word() {
        long length = number();
        if (length < 0 || length > bytes.length - at) {
            odd();
            return "";
        }
        int from = at;
        at += (int) length;
        return SharedWords.of(bytes, from, (int) length);
    }

    @Nullable
    String nullableWord() {
        return present() ? word() : null;
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

    private static long zigzag(long n) {
        return (n >>> 1) ^ -(n & 1);
    }

    private boolean present() {
        int branch = choice();
        if (branch > 1) {
            odd();
        }
        return branch == 1;
    }

    /** Items of the next block, 0 = no more; more than there can be is odd, and so is a block with its size in front. */
    private long count(int width) {
        long count = number();
        if (count < 0 || count > (bytes.length - at) / width) {
            return odd();
        }
        return count;
    }
}
