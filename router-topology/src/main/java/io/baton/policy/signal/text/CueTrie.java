// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

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

    private final LongTable words = new LongTable();
    private final LongTable wildcards = new LongTable();
    private final LongTable steps = new LongTable();
    private Meaning[][] meanings = {};
    private int[] shorter = {};
    private long wildcardLengths;

    private CueTrie() {}

    /** Tells {@code sink} of all phrases that begin at this word, shorter ones first. */
    public void match(Words text, int start, Sink sink) {
        walk(text, 0, start, start, sink);
    }

    private void walk(Words text, int node, int start, int at, Sink sink) {
        if (at == text.count() || (at > start && text.breaksBefore(at))) {
            return;
        }
        follow(text, node, text.exact(at), start, at, sink);
        for (int wildcard = text.beginning(at); wildcard != LongTable.NONE; wildcard = shorter[wildcard]) {
            follow(text, node, wildcard, start, at, sink);
        }
    }

    private void follow(Words text, int node, int word, int start, int at, Sink sink) {
        int next = word == LongTable.NONE ? LongTable.NONE : steps.get(edge(node, word));
        if (next == LongTable.NONE) {
            return;
        }
        for (Meaning meaning : meanings[next]) {
            sink.found(meaning, start, at - start + 1);
        }
        walk(text, next, start, at + 1, sink);
    }

    int word(long hash) {
        return words.get(hash);
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

        private final CueTrie trie = new CueTrie();
        private final List<List<Meaning>> meanings = new ArrayList<>(List.of(List.of()));
        private final List<String> wildcards = new ArrayList<>();

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
            trie.shorter = new int[wildcards.size()];
            for (int i = 0; i < wildcards.size(); i++) {
                String letters = wildcards.get(i);
                Words less = Words.of(letters.substring(0, letters.length() - 1), trie);
                trie.shorter[i] = less.count() == 0 ? LongTable.NONE : less.beginning(less.count() - 1);
            }
            return trie;
        }

        private int word(long hash) {
            int known = trie.words.get(hash);
            return known != LongTable.NONE ? known : enter(trie.words, hash, "");
        }

        private int wildcard(Words cut, int word, String piece) {
            long hash = cut.hash(word);
            int known = trie.wildcards.get(hash);
            trie.wildcardLengths |= 1L << cut.length(word);
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
            trie.steps.put(edge(node, word), added);
            return added;
        }
    }
}
