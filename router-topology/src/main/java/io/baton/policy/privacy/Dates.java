// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.regex.Pattern;

/** Dates and times of day, which look like telephone numbers to a library that does not expect them. */
final class Dates {

    private static final Pattern DATE = Pattern.compile("(?<![\\d.])(?:(?:19|20)\\d\\d([-/.])\\d\\d?\\1\\d\\d?"
            + "|(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|[12]\\d|3[01])\\2(?:(?:19|20)\\d\\d|\\d\\d)"
            + "|\\d\\d?:\\d\\d(?::\\d\\d)?)(?![-/.:]?\\d)");

    private Dates() {}

    /** The text with a letter in the place of each character of a date or time. */
    static String crossedOut(String text) {
        return possible(text) ? DATE.matcher(text).replaceAll(date -> "x".repeat(date.end() - date.start())) : text;
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
