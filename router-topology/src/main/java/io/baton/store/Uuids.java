// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import java.util.UUID;

/** Ids that are UUIDs in their usual spelling, in lower case: 16 bytes instead of 36. */
final class Uuids {

    static final int BYTES = 16;

    private static final int LENGTH = 36;

    private Uuids() {}

    /** Writes the id at the place, if it is one that {@link #get} gives back letter by letter; else false. */
    static boolean put(byte[] bytes, int at, String id) {
        if (id.length() != LENGTH || !dashed(id)) {
            return false;
        }
        int next = at;
        for (int i = 0; i < LENGTH; i += 2) {
            if (id.charAt(i) == '-') {
                i++;
            }
            int value = digit(id.charAt(i)) << 4 | digit(id.charAt(i + 1));
            if (value < 0) {
                return false;
            }
            bytes[next++] = (byte) value;
        }
        return true;
    }

    static String get(byte[] bytes, int at) {
        long high = Long.reverseBytes(LittleEndian.getLong(bytes, at));
        long low = Long.reverseBytes(LittleEndian.getLong(bytes, at + Long.BYTES));
        return new UUID(high, low).toString();
    }

    private static boolean dashed(String id) {
        return id.charAt(8) == '-' && id.charAt(13) == '-' && id.charAt(18) == '-' && id.charAt(23) == '-';
    }

    /** 0 to 15; below 0 for anything else, which stays below 0 when it is shifted or joined. */
    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : Integer.MIN_VALUE >> 8;
    }
}
