// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.regex.Pattern;

/** Whether a number is an amount: a currency stands right before or behind it. */
final class Money {

    private static final Pattern BEFORE = Pattern.compile("(?:\\p{Sc}|\\b(?:USD|EUR|GBP|CHF|JPY|INR|CAD|AUD))\\s?$");
    private static final Pattern BEHIND = Pattern.compile("\\s?(?:\\p{Sc}|(?:USD|EUR|GBP|CHF|JPY|INR|CAD|AUD)\\b)");

    /** Characters in front that the pattern looks at. */
    private static final int WORDS = 32;

    /** Blanks and line ends that may stand between: "\s" and "\r\n". */
    private static final int BLANKS = 3;

    private Money() {}

    static boolean before(String text, int start) {
        int from = Math.max(0, start - BLANKS - 1);
        return mayEnd(text, from, start)
                && BEFORE.matcher(text.substring(Math.max(0, start - WORDS), start))
                        .find();
    }

    static boolean behind(String text, int end) {
        boolean possible = false;
        for (int i = end; i < Math.min(text.length(), end + 2); i++) {
            char c = text.charAt(i);
            possible |= "UEGCJIA".indexOf(c) >= 0 || isSymbol(c);
        }
        return possible && BEHIND.matcher(text).region(end, text.length()).lookingAt();
    }

    private static boolean mayEnd(String text, int from, int to) {
        boolean possible = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            possible |= "DRPFY".indexOf(c) >= 0 || isSymbol(c);
        }
        return possible;
    }

    /** Some currency symbols lie beyond the sixteenth bit. */
    private static boolean isSymbol(char c) {
        return c == '$'
                || (c >= 128 && (Character.getType(c) == Character.CURRENCY_SYMBOL || Character.isSurrogate(c)));
    }
}
