// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times of day, which look like telephone numbers to a library that does not expect them. */
final class Dates {

    private static final Pattern DATE = Pattern.compile("(?:(?:19|20)\\d\\d([-/.])\\d\\d?\\1\\d\\d?"
            + "|(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|[12]\\d|3[01])\\2(?:(?:19|20)\\d\\d|\\d\\d)"
            + "|\\d\\d?:\\d\\d(?::\\d\\d)?)(?![-/.:]?\\d)");

    private Dates() {}

    /** The text with a letter in the place of each character of a date or time. */
    static String crossedOut(String text) {
        if (!possible(text)) {
            return text;
        }
        StringBuilder crossed = new StringBuilder(text);
        Matcher date = DATE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (begins(text, at) && date.region(at, text.length()).lookingAt()) {
                for (; at < date.end(); at++) {
                    crossed.setCharAt(at, 'x');
                }
            } else {
                at++;
            }
        }
        return crossed.toString();
    }

    /** A date begins with a digit that goes on nothing; so the pattern is asked in few places. */
    private static boolean begins(String text, int at) {
        return isDigit(text, at) && (at == 0 || !(isDigit(text, at - 1) || text.charAt(at - 1) == '.'));
    }

    /** Whether a colon stands between digits, or the same mark twice with one or two digits between. Spares most texts the pattern. */
    private static boolean possible(String text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            boolean mark = c == ':' || c == '-' || c == '/' || c == '.';
            if (mark && isDigit(text, i - 1) && isDigit(text, i + 1)) {
                if (c == ':' || isMark(text, i + 2, c) || (isDigit(text, i + 2) && isMark(text, i + 3, c))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMark(String text, int at, char mark) {
        return at < text.length() && text.charAt(at) == mark;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
