// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.regex.Pattern;

/**
 * How many digits each match of a pattern holds at least. It reads what patterns of ids are made of, and answers 0, which keeps
 * the pattern on every text, for whatever else a pattern may hold: too low an answer costs time, too high a one a secret.
 */
final class DigitsNeeded {

    /** Flags under which a pattern means what it does without them, as far as digits go. */
    private static final int HARMLESS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE | Pattern.DOTALL | Pattern.UNIX_LINES;

    /** More than this is not told apart. */
    private static final int ENOUGH = 1_000;

    private static final int END = -1;

    private final String pattern;
    private int at;
    private boolean understood = true;

    private DigitsNeeded(String pattern) {
        this.pattern = pattern;
    }

    static int by(Pattern pattern) {
        if ((pattern.flags() & ~HARMLESS) != 0) {
            return 0;
        }
        DigitsNeeded reader = new DigitsNeeded(pattern.pattern());
        int digits = reader.alternatives();
        return reader.understood && reader.peek(0) == END ? digits : 0;
    }

    private int peek(int ahead) {
        return understood && at + ahead < pattern.length() ? pattern.charAt(at + ahead) : END;
    }

    private int alternatives() {
        int fewest = sequence();
        while (peek(0) == '|') {
            at++;
            fewest = Math.min(fewest, sequence());
        }
        return fewest;
    }

    private int sequence() {
        int sum = 0;
        while (peek(0) != END && peek(0) != '|' && peek(0) != ')') {
            int digits = atom();
            sum = Math.min(ENOUGH, sum + digits * times());
        }
        return sum;
    }

    private int atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '\\' -> escaped();
            case '[' -> characters();
            case '(' -> group();
            case '{', '*', '+', '?' -> unknown();
            default -> digit(c) ? 1 : 0;
        };
    }

    private int escaped() {
        int c = peek(0);
        at++;
        if (c == 'p' || c == 'P') {
            int close = pattern.indexOf('}', at);
            boolean named = peek(0) == '{' && close > 0;
            at = named ? close + 1 : at + 1;
            return 0;
        }
        if (c == 'd') {
            return 1;
        }
        boolean mark = c != END && c < 128 && !Character.isLetterOrDigit(c);
        return mark || "DwWsSbBAzZhHvVRtnr".indexOf(c) >= 0 ? 0 : unknown();
    }

    /** A set of characters; it asks for a digit if it holds nothing else. */
    private int characters() {
        boolean digits = true;
        for (int from = at; peek(0) != ']' || at == from; ) {
            int c = peek(0);
            if (c == END || c == '[' || c == '&' || (c == ']' && at == from) || (c == '^' && peek(1) == ']')) {
                return unknown();
            }
            boolean range = digit(c) && peek(1) == '-' && digit(peek(2));
            boolean escaped = c == '\\';
            if (escaped && "cQE".indexOf(peek(1)) >= 0) {
                return unknown();
            }
            digits &= escaped ? peek(1) == 'd' : digit(c);
            at += range ? 3 : escaped ? 2 : 1;
        }
        at++;
        return digits ? 1 : 0;
    }

    private int group() {
        boolean looksAround = false;
        if (peek(0) == '?') {
            boolean behind = peek(1) == '<' && (peek(2) == '=' || peek(2) == '!');
            looksAround = behind || peek(1) == '=' || peek(1) == '!';
            if (!looksAround && peek(1) != ':' && peek(1) != '>') {
                return unknown();
            }
            at += behind ? 3 : 2;
        }
        int digits = alternatives();
        if (peek(0) != ')') {
            return unknown();
        }
        at++;
        return looksAround ? 0 : digits;
    }

    /** How often at least what was just read stands there. */
    private int times() {
        int least = switch (peek(0)) {
            case '?', '*' -> 0;
            case '{' -> counted();
            default -> 1;
        };
        boolean quantified = peek(0) == '?' || peek(0) == '*' || peek(0) == '+' || peek(0) == '}';
        at += quantified ? 1 : 0;
        at += quantified && (peek(0) == '?' || peek(0) == '+') ? 1 : 0;
        return least;
    }

    /** Reads up to the closing brace. */
    private int counted() {
        int count = 0;
        for (at++; digit(peek(0)); at++) {
            count = Math.min(ENOUGH, count * 10 + (peek(0) - '0'));
        }
        while (digit(peek(0)) || peek(0) == ',') {
            at++;
        }
        return peek(0) == '}' ? count : unknown();
    }

    private int unknown() {
        understood = false;
        return 0;
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }
}
