// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

/** Shortens texts without breaking a character in two. */
final class Excerpt {

    private Excerpt() {}

    /** The text on one line with at most {@code max} characters, cut at a word where there is one near, with an ellipsis. */
    static String of(String text, int max) {
        String line = onOneLine(text.strip());
        if (line.length() <= max) {
            return line;
        }
        int end = whole(line, max - 1);
        int word = line.lastIndexOf(' ', end);
        return line.substring(0, word > max / 2 ? word : end) + "…";
    }

    /** The text with one space for each run of white space in it. */
    private static String onOneLine(String text) {
        StringBuilder line = null;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean white = c == ' ' || (c >= '\t' && c <= '\r');
            if (line == null && white && (space || c != ' ')) {
                line = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (line != null && !(white && space)) {
                line.append(white ? ' ' : c);
            }
            space = white;
        }
        return line == null ? text : line.toString();
    }

    /** The text with its middle left out where it has more than {@code max} characters; the gap says how many. */
    static String withoutMiddle(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int head = whole(text, max * 3 / 4);
        int tail = whole(text, text.length() - (max - max * 3 / 4));
        return text.substring(0, head) + "\n[… " + (tail - head) + " characters left out …]\n" + text.substring(tail);
    }

    private static int whole(String text, int index) {
        return index > 0
                        && Character.isLowSurrogate(text.charAt(index))
                        && Character.isHighSurrogate(text.charAt(index - 1))
                ? index - 1
                : index;
    }
}
