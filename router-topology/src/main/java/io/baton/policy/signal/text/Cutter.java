// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

import java.util.Arrays;

/**
 * Cuts one text into words. Words of plain letters, which are nearly all, are read in a loop that knows nothing else; a word with any other
 * letter is read again from its beginning by one that knows all alphabets.
 */
final class Cutter {

    /** What all small letters have in common: digits and apostrophes lack one of these bits and capitals the other. */
    private static final int LOWER = 0x60;

    private static final int APOSTROPHE = '\'';

    private final String text;
    private final int length;
    /** The text with a few zeros behind it, which end its last word. */
    private final char[] chars;

    private final CueTrie trie;
    private final WordSink sink;
    private final Words into;

    Cutter(String text, CueTrie trie, WordSink sink, Words into) {
        this.text = text;
        this.length = text.length();
        this.chars = into.chars(length + CueTrie.HEAD);
        text.getChars(0, length, chars, 0);
        Arrays.fill(chars, length, length + CueTrie.HEAD, (char) 0);
        this.trie = trie;
        this.sink = sink;
        this.into = into;
    }

    void cut() {
        int at = 0;
        while (at < length) {
            char c = chars[at];
            if (c == ' ') {
                at++;
            } else if (Letters.plain(c) != 0) {
                at = plainWord(at);
            } else {
                at = begins(at, c) ? word(at) : between(at, text.codePointAt(at));
            }
        }
    }

    /** U+02BC is a letter to Unicode and an apostrophe to us: no word begins with it, or it would never end. */
    private boolean begins(int at, char c) {
        return c == '_' || (c >= 128 && Letters.at(text, at, at) != Letters.NONE);
    }

    /** Reads a word of plain letters and apostrophes from {@code from}; returns where it ends. */
    private int plainWord(int from) {
        final char[] letters = chars;
        long hash = Letters.SEED;
        long stem = Letters.SEED;
        int all = LOWER;
        int last = 0;
        int twice = 0;
        int at = from;
        int low = Letters.plain(letters[at]);
        do {
            all &= letters[at];
            at++;
            twice |= ((low ^ last) - 1) >>> 31;
            last = low;
            hash = Letters.plainStep(hash, low);
            long longer = Letters.step(stem, low);
            stem = at - from <= Words.STEM ? longer : stem;
            low = Letters.inWord(letters[at]);
        } while (low > APOSTROPHE || (low == APOSTROPHE && joins(at, from)));
        if (letters[at] != ' ' && !endsPlainly(at)) {
            return word(from);
        }
        int upper = all == LOWER ? 0 : upper(from, at);
        into.add(from, at - from, hash, stem, upper > 1 && upper == at - from);
        find(from, at, hash, twice != 0, trie.mayBegin(stem, letters, from));
        sink.word(hash, at - from, upper, all != LOWER && digits(from, at));
        return at;
    }

    private boolean joins(int at, int from) {
        return Letters.at(text, at, from) != Letters.NONE;
    }

    private int upper(int from, int to) {
        int upper = 0;
        for (int i = from; i < to; i++) {
            upper += chars[i] >= 'A' && chars[i] <= 'Z' ? 1 : 0;
        }
        return upper;
    }

    private boolean digits(int from, int to) {
        boolean digits = false;
        for (int i = from; i < to; i++) {
            digits |= chars[i] >= '0' && chars[i] <= '9';
        }
        return digits;
    }

    /** Whether what ended a plain word ends it for everybody. */
    private boolean endsPlainly(int at) {
        char c = chars[at];
        boolean elided = c == '\'' && at + 1 < length && Letters.isLetter(chars[at + 1]);
        return c < 128 && c != '_' && c != '`' && !elided;
    }

    /** Reads a word of any letters from {@code from}; returns where it ends. */
    private int word(int from) {
        long hash = Letters.SEED;
        long stem = Letters.SEED;
        boolean digits = false;
        int letters = 0;
        int upper = 0;
        int at = from;
        while (at < length) {
            int c = chars[at];
            int low = Letters.plain((char) c);
            if (low == 0) {
                doubt(at, from);
                c = Letters.at(text, at, from);
                if (c == Letters.NONE || (letters > 0 && Letters.isIdeographic(c))) {
                    break;
                }
                low = Letters.fold(c);
            }
            letters++;
            upper += low == c ? 0 : 1;
            digits |= low <= '9' && low >= '0';
            hash = Letters.plainStep(hash, low);
            stem = letters <= Words.STEM ? Letters.step(stem, low) : stem;
            at += Character.charCount(c);
            if (Letters.isIdeographic(c)) {
                break;
            }
        }
        into.add(from, letters, hash, stem, letters >= 2 && upper == letters);
        find(from, at, hash, true, true);
        sink.word(hash, letters, upper, digits);
        return at;
    }

    private void find(int from, int to, long hash, boolean twice, boolean begun) {
        int known = trie.word(hash);
        if (known == LongTable.NONE && twice && Letters.stretched(text, from, to) && !trie.isWord(hash)) {
            known = squeezed(from, to);
        }
        into.known(known, begun ? longest(from, to) : LongTable.NONE);
    }

    /** Number of the longest wildcard that a word begins with; few words come so far that it is looked for. */
    private int longest(int from, int to) {
        int longest = LongTable.NONE;
        long hash = Letters.SEED;
        int letters = 0;
        for (int at = from; at < to; at = Letters.next(text, at)) {
            hash = Letters.plainStep(hash, Letters.low(text, at, from));
            letters++;
            longest = trie.beginning(hash, letters, longest);
        }
        return longest;
    }

    /** Beyond ASCII, at underscores and after an elided article others cut otherwise. */
    private void doubt(int at, int from) {
        char c = chars[at];
        boolean elided = c == '\''
                && at + 1 < length
                && Letters.isLetter(chars[at + 1])
                && Letters.at(text, at, from) == Letters.NONE;
        if (c >= 128 || c == '`' || c == '_' || elided) {
            sink.unsure();
        }
    }

    /** The word number of a stretched word ("sooo", "baaad") with its runs cut to two letters, then to one. */
    private int squeezed(int from, int to) {
        long twice = Letters.squeeze(text, from, to, 2);
        return trie.isWord(twice) ? trie.word(twice) : trie.word(Letters.squeeze(text, from, to, 1));
    }

    /** Takes what stands between words; returns where it ends. */
    private int between(int at, int c) {
        int width = Character.charCount(c);
        sink.mark((char) c);
        if (c >= 128) {
            sink.unsure();
            into.face(c > 0x2000 ? Faces.emoji(c) : 0);
        }
        switch (c) {
            case '!', '\u00A1', '\uFF01' -> into.exclamation();
            case '?', '\uFF1F' -> into.question();
            case ':', ';', '=' -> {
                int face = Faces.length(text, at);
                if (face > 0) {
                    sink.unsure();
                    into.face(Faces.emoticon(text, at, face));
                    return at + face;
                }
            }
            default -> {}
        }
        if (Letters.isBreak(text, at, c)) {
            into.endClause();
        }
        return at + width;
    }
}
