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

    /** Words that a thread keeps room for from one text to the next; a longer text is seldom and gets room of its own. */
    private static final int KEPT = 512;

    private static final ThreadLocal<Words> AGAIN = ThreadLocal.withInitial(Words::new);

    private static final int CAPITALS = 1;
    private static final int BREAK = 2;

    private long[] hashes = new long[24];
    private long[] stems = new long[24];
    private int[] starts = new int[24];
    private int[] lengths = new int[24];
    private int[] exact = new int[24];
    private int[] beginnings = new int[24];
    private byte[] marks = new byte[24];
    private char[] chars = new char[128];
    private final Sketch sketch = new Sketch();
    private int count;
    private int capitals;
    private int exclamations;
    private int questions;
    private double faces;
    private boolean broken;

    private Words() {}

    public static Words of(String text, CueTrie trie) {
        Words words = new Words();
        new Cutter(text, trie, WordSink.NONE, words).cut();
        return words;
    }

    /**
     * The words of this thread, which hold one text after the other: they are good until the next text is cut so.
     *
     * @param sink is told the words as well
     */
    public static Words again(String text, CueTrie trie, WordSink sink) {
        Words words = AGAIN.get();
        words.begin();
        new Cutter(text, trie, sink, words).cut();
        return words;
    }

    public int count() {
        return count;
    }

    /** A sketch without words, for whoever reads these. */
    public Sketch sketch() {
        return sketch;
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

    /** Where it begins in the text. */
    int start(int word) {
        return starts[word];
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

    /** Forgets the text before. */
    private void begin() {
        if (exact.length > KEPT) {
            room(KEPT);
        }
        if (chars.length > KEPT * 8) {
            chars = new char[KEPT * 8];
        }
        count = 0;
        capitals = 0;
        exclamations = 0;
        questions = 0;
        faces = 0;
        broken = false;
        sketch.begin();
    }

    /** Room for the characters of a text; what stands in it is left from another one. */
    char[] chars(int length) {
        if (chars.length < length) {
            chars = new char[length];
        }
        return chars;
    }

    void add(int start, int letters, long hash, long stem, boolean shouted) {
        if (count == exact.length) {
            room(count * 2);
        }
        hashes[count] = hash;
        stems[count] = stem;
        starts[count] = start;
        lengths[count] = letters;
        marks[count] = (byte) ((shouted ? CAPITALS : 0) | (broken ? BREAK : 0));
        capitals += shouted && letters >= 4 ? 1 : 0;
        broken = false;
        count++;
    }

    /** Says which word of the trie the last word is, and which wildcard it begins with. */
    void known(int number, int wildcard) {
        exact[count - 1] = number;
        beginnings[count - 1] = wildcard;
    }

    void face(double valence) {
        faces += valence;
    }

    void exclamation() {
        exclamations++;
    }

    void question() {
        questions++;
    }

    void endClause() {
        broken = true;
    }

    private void room(int places) {
        hashes = Arrays.copyOf(hashes, places);
        stems = Arrays.copyOf(stems, places);
        starts = Arrays.copyOf(starts, places);
        lengths = Arrays.copyOf(lengths, places);
        exact = Arrays.copyOf(exact, places);
        beginnings = Arrays.copyOf(beginnings, places);
        marks = Arrays.copyOf(marks, places);
    }
}
