// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

import java.util.Arrays;

/**
 * A text cut into words, in one pass and without making strings of them: a word is known by a 64-bit hash of its lower
 * case letters. Holds also what stands between the words: marks, faces and where a clause ends.
 */
public final class Words {

    /** Letters of a word's beginning that stand for the whole word where wordings are compared. */
    static final int STEM = 4;

    private static final int CAPITALS = 1;
    private static final int BREAK = 2;

    private final CueTrie trie;
    private final WordSink sink;
    private long[] hashes = new long[24];
    private long[] stems = new long[24];
    private int[] lengths = new int[24];
    private int[] exact = new int[24];
    private int[] beginnings = new int[24];
    private byte[] marks = new byte[24];
    private int count;
    private int capitals;
    private int exclamations;
    private int questions;
    private double faces;
    private boolean broken;

    private Words(CueTrie trie, WordSink sink) {
        this.trie = trie;
        this.sink = sink;
    }

    public static Words of(String text, CueTrie trie) {
        return of(text, trie, WordSink.NONE);
    }

    /** @param sink is told the words as well */
    public static Words of(String text, CueTrie trie, WordSink sink) {
        Words words = new Words(trie, sink);
        words.scan(text);
        return words;
    }

    public int count() {
        return count;
    }

    /** Words of four letters or more that are written in capitals. */
    public int capitals() {
        return capitals;
    }

    public int exclamations() {
        return exclamations;
    }

    public int questions() {
        return questions;
    }

    /** Sum of the valences of emoji and emoticons. */
    public double faces() {
        return faces;
    }

    public boolean capital(int word) {
        return (marks[word] & CAPITALS) != 0;
    }

    /** Whether a clause ends before this word. */
    public boolean breaksBefore(int word) {
        return (marks[word] & BREAK) != 0;
    }

    /** Hash of the word's beginning. */
    public long stem(int word) {
        return stems[word];
    }

    long hash(int word) {
        return hashes[word];
    }

    int length(int word) {
        return lengths[word];
    }

    /** Number of the word in the trie, or {@link LongTable#NONE}. */
    int exact(int word) {
        return exact[word];
    }

    /** Number of the longest wildcard that the word begins with, or {@link LongTable#NONE}. */
    int beginning(int word) {
        return beginnings[word];
    }

    private void scan(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ') {
                at++;
            } else {
                at = begins(text, at, c) ? word(text, at) : between(text, at, text.codePointAt(at));
            }
        }
    }

    /** U+02BC is a letter to Unicode and an apostrophe to us: no word begins with it, or it would never end. */
    private static boolean begins(String text, int at, char c) {
        return Letters.plain(c) != 0 || c == '_' || (c >= 128 && Letters.at(text, at, at) != Letters.NONE);
    }

    /** Reads one word from {@code from}; returns where it ends. */
    private int word(String text, int from) {
        long hash = Letters.SEED;
        long plain = Letters.SEED;
        long stem = Letters.SEED;
        boolean digits = false;
        int letters = 0;
        int upper = 0;
        int run = 0;
        int last = -1;
        boolean stretched = false;
        int beginning = LongTable.NONE;
        int at = from;
        while (at < text.length()) {
            int c = text.charAt(at);
            int low = Letters.plain((char) c);
            if (low == 0) {
                doubt(text, at, from);
                c = Letters.at(text, at, from);
                if (c == Letters.NONE || (letters > 0 && Letters.isIdeographic(c))) {
                    break;
                }
                low = Letters.fold(c);
            }
            upper += low == c ? 0 : 1;
            run = low == last ? run + 1 : 1;
            stretched |= run > 2 && Character.isLetter(low);
            last = low;
            hash = Letters.step(hash, low);
            plain = Letters.plainStep(plain, low);
            digits |= low <= '9' && low >= '0';
            letters++;
            stem = letters <= STEM ? hash : stem;
            beginning = trie.beginning(hash, letters, beginning);
            at += Character.charCount(c);
            if (Letters.isIdeographic(c)) {
                break;
            }
        }
        int known = trie.word(hash);
        if (stretched && known == LongTable.NONE) {
            known = squeezed(text, from, at);
        }
        grow();
        hashes[count] = hash;
        stems[count] = stem;
        exact[count] = known;
        beginnings[count] = beginning;
        finish(letters, letters >= 2 && upper == letters);
        sink.word(plain, letters, upper, digits);
        return at;
    }

    /** Beyond ASCII, at underscores and after an elided article others cut otherwise. */
    private void doubt(String text, int at, int from) {
        char c = text.charAt(at);
        boolean elided = c == '\''
                && at + 1 < text.length()
                && Letters.isLetter(text.charAt(at + 1))
                && Letters.at(text, at, from) == Letters.NONE;
        if (c >= 128 || c == '`' || c == '_' || elided) {
            sink.unsure();
        }
    }

    /** The word number of a stretched word ("sooo", "baaad") with its runs cut to two letters, then to one. */
    private int squeezed(String text, int from, int to) {
        int twice = trie.word(Letters.squeeze(text, from, to, 2));
        return twice != LongTable.NONE ? twice : trie.word(Letters.squeeze(text, from, to, 1));
    }

    private void grow() {
        if (count == exact.length) {
            int larger = count * 2;
            hashes = Arrays.copyOf(hashes, larger);
            stems = Arrays.copyOf(stems, larger);
            lengths = Arrays.copyOf(lengths, larger);
            exact = Arrays.copyOf(exact, larger);
            beginnings = Arrays.copyOf(beginnings, larger);
            marks = Arrays.copyOf(marks, larger);
        }
    }

    private void finish(int letters, boolean shouted) {
        lengths[count] = letters;
        marks[count] = (byte) ((shouted ? CAPITALS : 0) | (broken ? BREAK : 0));
        capitals += shouted && letters >= 4 ? 1 : 0;
        broken = false;
        count++;
    }

    /** Takes what stands between words; returns where it ends. */
    private int between(String text, int at, int c) {
        int width = Character.charCount(c);
        sink.mark((char) c);
        if (c >= 128) {
            sink.unsure();
            faces += c > 0x2000 ? Faces.emoji(c) : 0;
        }
        switch (c) {
            case '!', '\u00A1', '\uFF01' -> exclamations++;
            case '?', '\uFF1F' -> questions++;
            case ':', ';', '=' -> {
                int face = Faces.length(text, at);
                if (face > 0) {
                    sink.unsure();
                    faces += Faces.emoticon(text, at, face);
                    return at + face;
                }
            }
            default -> {}
        }
        broken |= Letters.isBreak(text, at, c);
        return at + width;
    }
}
