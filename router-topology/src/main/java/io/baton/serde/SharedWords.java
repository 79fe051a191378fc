// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Strings that many events and conversations share (sources, channels, categories, segments, languages, pages, models), one object each as
 * long as the table remembers them: it need not be made again, knows its hash, and is equal to itself at a glance. The table is bounded, and a word that falls on the place of another takes it.
 *
 * <p>No locks: an entry is immutable, and two threads that write the same place at once lose nothing but a saving.
 */
public final class SharedWords {

    private static final int PLACES = 2048;
    /** Longer ones are seldom met twice. */
    private static final int LONGEST = 48;

    private static final @Nullable Word[] TABLE = new Word[PLACES];

    private SharedWords() {}

    /** The string of these bytes of UTF-8. */
    public static String of(byte[] bytes, int from, int length) {
        if (length > LONGEST) {
            return text(bytes, from, length);
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ (hash >>> 11)) & (PLACES - 1);
        Word known = TABLE[place];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, from, from + length)) {
            return known.text;
        }
        String text = text(bytes, from, length);
        TABLE[place] = new Word(Arrays.copyOfRange(bytes, from, from + length), text);
        return text;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    private record Word(byte[] bytes, String text) {}
}
