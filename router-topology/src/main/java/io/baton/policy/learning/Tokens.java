// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.policy.signal.text.WordSink;

/**
 * A text as hashes of its words, its marks of question and exclamation, and its emoji, in one pass. Every number is the same
 * number: which one it is tells nothing about how somebody feels, and a code of a customer must not become a feature.
 */
final class Tokens implements WordSink {

    /** What a text says after that many words and marks is not looked at. */
    static final int MOST = 256;

    static final long NUMBER = Hashing.mix(Hashing.letter(Hashing.SEED, '0'));
    static final long QUESTION = Hashing.mix(Hashing.letter(Hashing.SEED, '?'));
    static final long EXCLAMATION = Hashing.mix(Hashing.letter(Hashing.SEED, '!'));

    /** The lower case of each letter and digit of ASCII, 0 for what is none: nearly every character of nearly every text. */
    private static final byte[] PLAIN = new byte[128];

    static {
        for (int c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = (byte) (isLetter(c) ? lower(c) : 0);
        }
    }

    private final long[] hashes = new long[MOST];
    private int count;
    private int words;
    private int questions;
    private int exclamations;
    private int numbers;
    private int shouted;
    private int faces;
    private boolean sure;

    int count() {
        return count;
    }

    long hash(int token) {
        return hashes[token];
    }

    int words() {
        return words;
    }

    int questions() {
        return questions;
    }

    int exclamations() {
        return exclamations;
    }

    int numbers() {
        return numbers;
    }

    /** Words of three letters or more in capitals. */
    int shouted() {
        return shouted;
    }

    /** Emoji and other signs. */
    int faces() {
        return faces;
    }

    boolean endsWithQuestion() {
        return count > 0 && hashes[count - 1] == QUESTION;
    }

    /** Forgets what was read; words may be told from here on instead of being read. */
    void begin() {
        count = 0;
        words = 0;
        questions = 0;
        exclamations = 0;
        numbers = 0;
        shouted = 0;
        faces = 0;
        sure = true;
    }

    /** Whether what was told since {@link #begin} is all that {@link #read} would find. */
    boolean sure() {
        return sure;
    }

    @Override
    public void unsure() {
        sure = false;
    }

    @Override
    public void mark(char mark) {
        if (count < MOST) {
            sign(mark);
        }
    }

    @Override
    public void word(long hash, int letters, int capitals, boolean digits) {
        if (count < MOST) {
            words++;
            numbers += digits ? 1 : 0;
            shouted += letters >= 3 && capitals == letters ? 1 : 0;
            hashes[count++] = digits ? NUMBER : Hashing.mix(hash);
        }
    }

    void read(String text) {
        begin();
        int at = 0;
        while (at < text.length() && count < MOST) {
            int c = text.charAt(at);
            if (c == ' ') {
                at++;
            } else if (c < PLAIN.length && PLAIN[c] != 0) {
                at = word(text, at);
            } else {
                c = text.codePointAt(at);
                if (isLetter(c)) {
                    at = word(text, at);
                } else {
                    sign(c);
                    at += Character.charCount(c);
                }
            }
        }
    }

    private int word(String text, int from) {
        long hash = Hashing.SEED;
        int letters = 0;
        int capitals = 0;
        boolean digits = false;
        int at = from;
        while (at < text.length()) {
            int c = text.charAt(at);
            int low = c < PLAIN.length ? PLAIN[c] : 0;
            if (low == 0) {
                c = text.codePointAt(at);
                if (!continues(text, at, c) || (letters > 0 && isIdeograph(c))) {
                    break;
                }
                low = isApostrophe(c) ? '\'' : lower(c);
            }
            digits |= low >= '0' && low <= '9';
            capitals += low != c && low != '\'' ? 1 : 0;
            hash = Hashing.letter(hash, low);
            letters++;
            at += Character.charCount(c);
            if (isIdeograph(c)) {
                break;
            }
        }
        word(hash, letters, capitals, digits);
        return at;
    }

    /** Whether a word goes on here: with a letter, or an apostrophe that a letter follows. */
    private static boolean continues(String text, int at, int c) {
        return isLetter(c) || (isApostrophe(c) && at + 1 < text.length() && isLetter(text.codePointAt(at + 1)));
    }

    private void sign(int c) {
        if (c == '?' || c == 0xFF1F) {
            questions++;
            hashes[count++] = QUESTION;
        } else if (c == '!' || c == 0xFF01) {
            exclamations++;
            hashes[count++] = EXCLAMATION;
        } else if (c >= 0x2600 && Character.getType(c) == Character.OTHER_SYMBOL) {
            faces++;
            hashes[count++] = Hashing.mix(Hashing.letter(Hashing.SEED, c));
        }
    }

    private static boolean isLetter(int c) {
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c);
    }

    private static int lower(int c) {
        return c < 128 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(c);
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == 0x2019;
    }

    private static boolean isIdeograph(int c) {
        return c > 0x3000 && Character.isIdeographic(c);
    }
}
