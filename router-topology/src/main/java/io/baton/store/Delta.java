// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What turns some bytes into others: the new length; where the lengths differ, how many bytes at the end are the same; then
 * runs of changed bytes, each with the number of bytes to leave as they are, its length, and the bytes themselves.
 */
public final class Delta {

    /** A run more costs about as many bytes as this many unchanged ones between two runs. */
    private static final int WORTH_A_RUN = 3;
    /** Two numbers of up to five bytes. */
    private static final int RUN_HEAD = 10;
    /** Bytes of room that a thread keeps; images are seldom larger. */
    private static final int KEEP = 4096;

    private static final ThreadLocal<byte[]> ROOM = ThreadLocal.withInitial(() -> new byte[KEEP]);

    private Delta() {}

    /** The change from one to the other; null where it would be no shorter than {@code after} itself. */
    public static byte @Nullable [] between(byte[] before, byte[] after) {
        int suffix = before.length == after.length ? 0 : sameAtTheEnd(before, after);
        int end = after.length - suffix;
        int common = Math.min(before.length - suffix, end);
        byte[] delta = after.length + RUN_HEAD <= KEEP ? ROOM.get() : new byte[after.length + RUN_HEAD];
        int length = Varint.put(delta, 0, after.length);
        length = before.length == after.length ? length : Varint.put(delta, length, suffix);
        int done = 0;
        int from = firstChange(before, after, 0, common);
        while (from < end) {
            int to = from < common ? endOfRun(before, after, from, common, end) : end;
            if (length + to - from >= after.length) {
                return null;
            }
            length = Varint.put(delta, length, from - done);
            length = Varint.put(delta, length, to - from);
            if (length + to - from >= after.length) {
                return null;
            }
            System.arraycopy(after, from, delta, length, to - from);
            length += to - from;
            done = to;
            from = to < common ? firstChange(before, after, to, common) : Math.max(to, common);
        }
        return length < after.length ? Arrays.copyOf(delta, length) : null;
    }

    /** The other way round. Throws {@link IllegalArgumentException} for a change that belongs to other bytes. */
    public static byte[] apply(byte[] before, byte[] delta) {
        return apply(before, delta, 0, delta.length, false);
    }

    /**
     * As {@link #apply(byte[], byte[])}, where the change is a part of an array.
     *
     * @param over whether {@code before} itself is changed and returned where its length stays; what is left of it after an exception is worth
     *     nothing
     */
    public static byte[] apply(byte[] before, byte[] bytes, int from, int to, boolean over) {
        Scan scan = new Scan(bytes, from, to);
        int length = scan.number();
        int suffix = length == before.length ? 0 : scan.number();
        if (length < 0 || suffix < 0 || length > (long) before.length + to - from) {
            throw Scan.damaged();
        }
        if (suffix > Math.min(length, before.length)) {
            throw Scan.damaged();
        }
        int end = length - suffix;
        byte[] after = over && length == before.length ? before : resized(before, length, suffix);
        int at = 0;
        while (!scan.isEnd()) {
            at = scan.copy(after, at, end);
        }
        return after;
    }

    private static byte[] resized(byte[] before, int length, int suffix) {
        byte[] after = new byte[length];
        System.arraycopy(before, 0, after, 0, Math.min(before.length, length) - suffix);
        System.arraycopy(before, before.length - suffix, after, length - suffix, suffix);
        return after;
    }

    private static int sameAtTheEnd(byte[] before, byte[] after) {
        int most = Math.min(before.length, after.length);
        int same = 0;
        while (same < most && before[before.length - 1 - same] == after[after.length - 1 - same]) {
            same++;
        }
        return same;
    }

    private static int firstChange(byte[] before, byte[] after, int from, int common) {
        int distance = Arrays.mismatch(before, from, common, after, from, common);
        return distance < 0 ? common : from + distance;
    }

    /** Where the run that begins here ends: in front of the first bytes that are worth leaving out. */
    private static int endOfRun(byte[] before, byte[] after, int from, int common, int end) {
        int to = from + 1;
        int at = to;
        while (at < common && at - to < WORTH_A_RUN) {
            if (before[at] != after[at]) {
                to = at + 1;
            }
            at++;
        }
        return at == common && common < end && at - to < WORTH_A_RUN ? end : to;
    }
}
