// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

/**
 * What one pass over the characters of a text tells, before any detector looks closely.
 *
 * @param at whether there is an at sign, also a full-width or a percent-encoded one
 * @param digits how many digits there are, of any script
 * @param longestRun most digits in a row with no letter and at most {@link #MAX_GAP} other characters between two of them
 */
public record Glance(boolean at, int digits, int longestRun) {

    /** Longest piece of punctuation inside a written number: {@code ") - "} and the like. */
    static final int MAX_GAP = 4;

    public static Glance of(String text) {
        boolean at = false;
        int digits = 0;
        int run = 0;
        int longest = 0;
        int gap = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
                run = gap > MAX_GAP ? 1 : run + 1;
                longest = Math.max(longest, run);
                gap = 0;
            } else {
                gap = Character.isLetter(c) ? MAX_GAP + 1 : gap + 1;
                at |= isAt(text, i);
            }
        }
        return new Glance(at, digits, longest);
    }

    static boolean isDigit(char c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    static boolean isAt(String text, int index) {
        char c = text.charAt(index);
        return c == '@' || c == '\uFF20' || (c == '%' && text.startsWith("40", index + 1));
    }
}
