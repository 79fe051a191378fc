// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases with their meanings, as a trie over whole words. Matching costs one look-up for most words of a
 * text, however many phrases there are. Immutable once built; safe to share.
 */
public final class CueTrie {

    /** Is told what was found. */
    public interface Sink {
        /** {@code meaning} holds for the words from {@code start}, {@code length} of them. */
        void found(Meaning meaning, int start, int length);
    }

    private static final int HINTS = 64;

    /** Letters of the beginning of a short wildcard. */
    static final int HEAD = 3;

    private final LongTable words = new LongTable();
    private final LongTable wildcards = new LongTable();
    private final LongTable steps = new LongTable();
    private Meaning[][] meanings = {};
    /** Whether a longer phrase goes on from here. */
    private boolean[] inner = {};

    private int[] shorter = {};
    private long wildcardLengths;

    /** A bit for each of 4,096 beginnings, those of three letters and those of four or more: few words begin as any wildcard does. */
    private final long[] heads = new long[HINTS];

    private final long[] stems = new long[HINTS];

    /** Where a phrase that begins with this word goes on. */
    private int[] first = {};

    /** What this is a part of, or itself: a word of the whole is not taken for one of the part that was written with more letters. */
    private final CueTrie whole;

    private CueTrie(@Nullable CueTrie whole) {
        this.whole = whole == null ? this : whole;
    }

    /** Tells {@code sink} of all phrases that begin at this word, shorter ones first. */
    public void match(Words text, int start, Sink sink) {
        int exact = text.exact(start);
        if (exact != LongTable.NONE) {
            tell(text, first[exact], start, start, sink);
        }
        for (int wildcard = text.beginning(start); wildcard != LongTable.NONE; wildcard = shorter[wildcard]) {
            tell(text, first[wildcard], start, start, sink);
        }
    }

    private void walk(Words text, int node, int start, int at, Sink sink) {
        if (at == text.count() || text.breaksBefore(at)) {
            return;
        }
        int exact = text.exact(at);
        if (exact != LongTable.NONE) {
            tell(text, steps.get(edge(node, exact)), start, at, sink);
        }
        for (int wildcard = text.beginning(at); wildcard != LongTable.NONE; wildcard = shorter[wildcard]) {
            tell(text, steps.get(edge(node, wildcard)), start, at, sink);
        }
    }

    /** Tells what the words from {@code start} to {@code at} mean, which lead to {@code next}, and goes on from there. */
    private void tell(Words text, int next, int start, int at, Sink sink) {
        if (next == LongTable.NONE) {
            return;
        }
        for (Meaning meaning : meanings[next]) {
            sink.found(meaning, start, at - start + 1);
        }
        if (inner[next]) {
            walk(text, next, start, at + 1, sink);
        }
    }

    int word(long hash) {
        return words.get(hash);
    }

    /** Whether it is a word of the whole. */
    boolean isWord(long hash) {
        return whole.words.get(hash) != LongTable.NONE;
    }

    /**
     * Whether a word of plain letters and apostrophes may begin with a wildcard: it does not where this is false.
     *
     * @param stem hash of its first four letters
     */
    boolean mayBegin(long stem, char[] text, int from) {
        int head = head(Letters.inWord(text[from]), Letters.inWord(text[from + 1]), Letters.inWord(text[from + 2]));
        long both = heads[head >>> 6 & HINTS - 1] >>> head | stems[hint(stem)] >>> stem;
        return (both & 1) != 0;
    }

    private static int hint(long hash) {
        return (int) (hash >>> 40) & (HINTS - 1);
    }

    private static int head(int first, int second, int third) {
        return (first * 31 + second) * 31 + third;
    }

    /** The wildcard that ends at this letter, or the one found before. */
    int beginning(long hash, int letters, int before) {
        if (letters > 63 || (wildcardLengths & (1L << letters)) == 0) {
            return before;
        }
        int found = wildcards.get(hash);
        return found == LongTable.NONE ? before : found;
    }

    private static long edge(int node, int word) {
        return ((long) node << 32) | word;
    }

    /** Collects phrases; the same phrase may be added with several meanings, each counts once. */
    public static final class Builder {

        private final CueTrie trie;
        private final List<List<Meaning>> meanings = new ArrayList<>(List.of(List.of()));
        private final BitSet inner = new BitSet();
        private final List<String> wildcards = new ArrayList<>();

        public Builder() {
            trie = new CueTrie(null);
        }

        /** Of a part, in which every phrase of it is found where the whole finds it. */
        Builder(CueTrie whole) {
            trie = new CueTrie(whole);
        }

        /** Adds a phrase; {@code *} at the end of a word stands for any ending. A phrase without letters is left out. */
        public void add(String phrase, Meaning meaning) {
            int node = 0;
            StringTokenizer pieces = new StringTokenizer(phrase);
            while (pieces.hasMoreTokens()) {
                String piece = pieces.nextToken();
                boolean open = piece.endsWith("*");
                Words cut = Words.of(open ? piece.substring(0, piece.length() - 1) : piece, trie);
                for (int i = 0; i < cut.count(); i++) {
                    boolean wild = open && i == cut.count() - 1;
                    node = child(node, wild ? wildcard(cut, i, piece) : word(cut.hash(i)));
                }
            }
            if (node != 0 && !meanings.get(node).contains(meaning)) {
                meanings.get(node).add(meaning);
            }
        }

        public CueTrie build() {
            trie.meanings =
                    meanings.stream().map(m -> m.toArray(Meaning[]::new)).toArray(Meaning[][]::new);
            trie.first = new int[wildcards.size()];
            for (int word = 0; word < trie.first.length; word++) {
                trie.first[word] = trie.steps.get(edge(0, word));
            }
            trie.inner = new boolean[meanings.size()];
            inner.stream().forEach(node -> trie.inner[node] = true);
            trie.shorter = new int[wildcards.size()];
            for (int i = 0; i < wildcards.size(); i++) {
                String letters = wildcards.get(i);
                Words less = Words.of(letters.substring(0, letters.length() - 1), trie);
                trie.shorter[i] = less.count() == 0 ? LongTable.NONE : less.beginning(less.count() - 1);
            }
            return trie;
        }

        private void enterHead(String letters, int start, int count, long stem) {
            if (count < HEAD) {
                Arrays.fill(trie.heads, -1);
                return;
            }
            if (count >= Words.STEM) {
                trie.stems[hint(stem)] |= 1L << stem;
                return;
            }
            int second = Letters.next(letters, start);
            int third = Letters.next(letters, second);
            int head = head(
                    Letters.low(letters, start, start),
                    Letters.low(letters, second, start),
                    Letters.low(letters, third, start));
            trie.heads[head >>> 6 & HINTS - 1] |= 1L << head;
        }

        private int word(long hash) {
            int known = trie.words.get(hash);
            return known != LongTable.NONE ? known : enter(trie.words, hash, "");
        }

        private int wildcard(Words cut, int word, String piece) {
            long hash = cut.hash(word);
            int known = trie.wildcards.get(hash);
            trie.wildcardLengths |= 1L << cut.length(word);
            enterHead(piece, cut.start(word), cut.length(word), cut.stem(word));
            return known != LongTable.NONE
                    ? known
                    : enter(trie.wildcards, hash, piece.substring(0, piece.length() - 1));
        }

        /** Words and wildcards are numbered together. */
        private int enter(LongTable table, long hash, String wildcard) {
            int number = wildcards.size();
            wildcards.add(wildcard.isEmpty() ? "." : wildcard);
            table.put(hash, number);
            return number;
        }

        private int child(int node, int word) {
            int known = trie.steps.get(edge(node, word));
            if (known != LongTable.NONE) {
                return known;
            }
            int added = meanings.size();
            meanings.add(new ArrayList<>());
            inner.set(node);
            trie.steps.put(edge(node, word), added);
            return added;
        }
    }
}
