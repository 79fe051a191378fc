// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * A text as hashes of its words, its marks of question and exclamation, and its emoji, in one pass. Every number is the same
 * number: which one it is tells nothing about how somebody feels, and a code of a customer must not become a feature.
 */
final class Tokens {

    /** What a text says after that many words and marks is not looked at. */
    static final int MOST = 256;

    static final long NUMBER = Hashing.mix(Hashing.letter(Hashing.SEED, '0'));
    static final long QUESTION = Hashing.mix(Hashing.letter(Hashing.SEED, '?'));
    static final long EXCLAMATION = Hashing.mix(Hashing.letter(Hashing.SEED, '!'));

    private final long[] hashes = new long[MOST];
    private int count;
    private int words;
    private int questions;
    private int exclamations;
    private int numbers;
    private int shouted;
    private int faces;

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

    void read(String text) {
        count = 0;
        words = 0;
        questions = 0;
        exclamations = 0;
        numbers = 0;
        shouted = 0;
        faces = 0;
        int at = 0;
        while (at < text.length() && count < MOST) {
            int c = text.codePointAt(at);
            at = isLetter(c) ? word(text, at) : mark(at, c);
        }
    }

    private int word(String text, int from) {
        long hash = Hashing.SEED;
        int letters = 0;
        int capitals = 0;
        boolean digits = false;
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean letter = isLetter(c);
            if (!letter && !(isApostrophe(c) && at + 1 < text.length() && isLetter(text.codePointAt(at + 1)))) {
                break;
            }
            if (letters > 0 && isIdeograph(c)) {
                break;
            }
            int low = letter ? lower(c) : '\'';
            digits |= low >= '0' && low <= '9';
            capitals += letter && low != c ? 1 : 0;
            hash = Hashing.letter(hash, low);
            letters++;
            at += Character.charCount(c);
            if (isIdeograph(c)) {
                break;
            }
        }
        words++;
        numbers += digits ? 1 : 0;
        shouted += letters >= 3 && capitals == letters ? 1 : 0;
        hashes[count++] = digits ? NUMBER : Hashing.mix(hash);
        return at;
    }

    private int mark(int at, int c) {
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
        return at + Character.charCount(c);
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
