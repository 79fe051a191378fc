// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

/** What is a letter, what ends a clause, and the hash of a word. */
final class Letters {

    /** Hash of the empty word. */
    static final long SEED = 0xCBF29CE484222325L;

    /** Ends a word. */
    static final int NONE = -1;

    /** The lower case of each letter and digit of ASCII, 0 for what is none: nearly every letter of nearly every text. */
    private static final byte[] ASCII = new byte[128];

    private static final byte[] IN_WORD = new byte[128];

    static {
        for (int c = 0; c < ASCII.length; c++) {
            ASCII[c] = (byte) (isLetter(c) && c != '_' ? fold(c) : 0);
            IN_WORD[c] = c == '\'' ? (byte) c : ASCII[c];
        }
    }

    /** No ideograph comes before. */
    private static final int BEFORE_IDEOGRAPHS = 0x3000;

    private Letters() {}

    /** The lower case of a letter or digit of ASCII, 0 for everything else. */
    static int plain(char c) {
        return c < 128 ? ASCII[c] : 0;
    }

    /** As {@link #plain}, and an apostrophe is itself: less than any letter. */
    static int inWord(char c) {
        return c < 128 ? IN_WORD[c] : 0;
    }

    /** The letter of a word that begins at {@code from}: a code point, one apostrophe for all of them, or {@link #NONE}. */
    static int at(String text, int at, int from) {
        int c = text.codePointAt(at);
        if (isApostrophe(c)) {
            return continues(text, from, at) ? '\'' : NONE;
        }
        return isLetter(c) ? c : NONE;
    }

    /** The lower case of a letter that is known to belong to the word which begins at {@code from}. */
    static int low(String text, int at, int from) {
        int plain = plain(text.charAt(at));
        return plain != 0 ? plain : fold(at(text, at, from));
    }

    /** Where the letter behind this one stands. */
    static int next(String text, int at) {
        return at + (text.charAt(at) < Character.MIN_SURROGATE ? 1 : Character.charCount(text.codePointAt(at)));
    }

    /** Whether a letter stands three times in a row. */
    static boolean stretched(String text, int from, int to) {
        int run = 0;
        int last = NONE;
        for (int at = from; at < to; ) {
            int low = low(text, at, from);
            run = low == last ? run + 1 : 1;
            if (run > 2 && Character.isLetter(low)) {
                return true;
            }
            last = low;
            at = next(text, at);
        }
        return false;
    }

    static boolean isIdeographic(int c) {
        return c > BEFORE_IDEOGRAPHS && Character.isIdeographic(c);
    }

    /** Of the hashes in sketches, which are kept: so it stays as it is. */
    static long step(long hash, int letter) {
        long next = plainStep(hash, letter);
        return next ^ (next >>> 29);
    }

    /** FNV-1a, see {@link WordSink#word}. */
    static long plainStep(long hash, int letter) {
        return (hash ^ letter) * 0x100000001B3L;
    }

    static int fold(int letter) {
        return Character.toLowerCase(letter);
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u00B4' || c == '`' || c == '\u02BC';
    }

    static boolean isLetter(int c) {
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
                : Character.isLetterOrDigit(c);
    }

    /** An apostrophe belongs to the word where a letter follows, but not after the elided article of French. */
    private static boolean continues(String text, int from, int at) {
        if (at + 1 >= text.length() || !isLetter(text.charAt(at + 1)) || at == from) {
            return false;
        }
        return at - from != 1 || "ldjnsctm".indexOf(fold(text.charAt(from))) < 0;
    }

    static long squeeze(String text, int from, int to, int most) {
        long hash = SEED;
        int i = from;
        while (i < to) {
            int letter = fold(text.charAt(i));
            int end = i;
            while (end < to && fold(text.charAt(end)) == letter) {
                end++;
            }
            int times = end - i > 2 ? most : end - i;
            for (int n = 0; n < times; n++) {
                hash = plainStep(hash, letter);
            }
            i = end;
        }
        return hash;
    }

    static boolean isBreak(String text, int at, int c) {
        return switch (c) {
            case ',', ';', '!', '?', '\n', '(', ')', '\u2026', '\u2013', '\u2014', '\u3002', '\uFF01', '\uFF1F' -> true;
            case '.', ':' -> at + 1 >= text.length() || !isLetter(text.charAt(at + 1));
            case '-' -> at + 1 < text.length() && text.charAt(at + 1) == ' ';
            default -> false;
        };
    }
}
