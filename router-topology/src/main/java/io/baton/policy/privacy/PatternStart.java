// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a match of a pattern can begin, told by the character that stands there and the one in front. A pattern of ids begins with
 * a capital or a digit at the beginning of a word, and a text has few of those; the pattern is tried there instead of everywhere.
 *
 * <p>It reads only the head of a pattern: word boundaries and looks around, then one letter, digit or set of them that must be there.
 */
final class PatternStart {

    private static final int ASCII = 128;

    private final boolean[] first = new boolean[ASCII];
    private final String pattern;
    private int at;
    private boolean atBoundary;

    private PatternStart(String pattern) {
        this.pattern = pattern;
    }

    /**
     * What is known of the beginning; null where a match may begin anywhere.
     *
     * @param pattern one that {@link DigitsNeeded} has understood to ask for a digit: so it has no syntax that is not known here
     */
    static @Nullable PatternStart of(Pattern pattern) {
        boolean folds = (pattern.flags() & (Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)) != 0;
        if (folds || DigitsNeeded.by(pattern) == 0) {
            return null;
        }
        PatternStart start = new PatternStart(pattern.pattern());
        return start.readHead() && start.goesOn() ? start : null;
    }

    /** Whether a match may begin with this character of the text. */
    boolean possible(String text, int index) {
        char c = text.charAt(index);
        return c < ASCII && first[c] && !(atBoundary && index > 0 && isWord(text.charAt(index - 1)));
    }

    /** Reads up to behind what a match begins with; false where that is not one of a few characters. */
    private boolean readHead() {
        boolean boundary = false;
        while (at < pattern.length()) {
            if (pattern.startsWith("\\b", at)) {
                boundary = true;
                at += 2;
            } else if (pattern.startsWith("(?=", at)
                    || pattern.startsWith("(?!", at)
                    || pattern.startsWith("(?<", at)) {
                at = behindGroup(at);
            } else {
                break;
            }
        }
        boolean few = readFirst();
        atBoundary = boundary;
        for (char c = 0; c < ASCII; c++) {
            atBoundary &= !first[c] || isWord(c);
        }
        return few;
    }

    private boolean readFirst() {
        if (pattern.startsWith("\\d", at)) {
            at += 2;
            add('0', '9');
            return true;
        }
        char c = at < pattern.length() ? pattern.charAt(at) : '^';
        if (c == '[') {
            return readSet();
        }
        at++;
        add(c, c);
        return isWord(c);
    }

    private boolean readSet() {
        for (at++; at < pattern.length() && pattern.charAt(at) != ']'; at++) {
            char from = pattern.charAt(at);
            boolean range = pattern.startsWith("-", at + 1) && at + 2 < pattern.length();
            char to = range ? pattern.charAt(at + 2) : from;
            if (from == '\\' && pattern.startsWith("d", at + 1)) {
                add('0', '9');
                at++;
            } else if (isWord(from) && isWord(to)) {
                add(from, to);
                at += range ? 2 : 0;
            } else {
                return false;
            }
        }
        at++;
        return true;
    }

    /** Whether what was read must be there, and in every match: no quantifier takes it back and no alternative begins otherwise. */
    private boolean goesOn() {
        if (at >= pattern.length()
                || pattern.charAt(at) == '?'
                || pattern.charAt(at) == '*'
                || pattern.startsWith("{0", at)) {
            return false;
        }
        while (at < pattern.length() && pattern.charAt(at) != '|') {
            at = switch (pattern.charAt(at)) {
                case '(' -> behindGroup(at);
                case '[' -> behindSet(at);
                case '\\' -> at + 2;
                default -> at + 1;
            };
        }
        return at >= pattern.length();
    }

    private int behindGroup(int from) {
        int depth = 0;
        int i = from;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            i = c == '\\' ? i + 2 : c == '[' ? behindSet(i) : i + 1;
            if (depth == 0) {
                return i;
            }
        }
        return i;
    }

    private int behindSet(int from) {
        int i = from + 1;
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            i += pattern.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private void add(char from, char to) {
        for (char c = from; c <= to; c++) {
            first[c] = true;
        }
    }

    private static boolean isWord(char c) {
        return c < ASCII && (Character.isLetterOrDigit(c) || c == '_');
    }
}
