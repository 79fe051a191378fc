// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

/**
 * What one pass over the characters of a text tells, before any detector looks closely. It decides which detectors are asked at
 * all, so it is the whole price of masking for most messages.
 *
 * @param at whether there is an at sign, also a full-width or a percent-encoded one
 * @param digits how many digits there are, of any script
 * @param longestRun most digits in a row with no letter and at most {@link #MAX_GAP} other characters between two of them
 * @param dottedDigits how many dots stand right between two digits; three in an internet address of version 4
 * @param colons how many colons there are
 */
public record Glance(boolean at, int digits, int longestRun, int dottedDigits, int colons) {

    /** Longest piece of punctuation inside a written number: {@code ") - "} and the like. */
    static final int MAX_GAP = 4;

    /** 1 for the characters of ASCII that any detector asks for; the others are passed over, which is nearly all there is to do. */
    private static final byte[] TELLING = new byte[128];

    static {
        for (char c : "0123456789@%:".toCharArray()) {
            TELLING[c] = 1;
        }
    }

    /** A text with nothing to tell, as most are. */
    static final Glance NOTHING = new Glance(false, 0, 0, 0, 0);

    public static Glance of(String text) {
        return tells(text) ? look(text) : NOTHING;
    }

    /** Whether it has none of what is looked for. */
    boolean tellsNothing() {
        return !at && digits == 0 && colons == 0;
    }

    /** Whether there is any sign worth a closer look, also one beyond ASCII. It has no branch a character, and most texts need no more. */
    private static boolean tells(String text) {
        int telling = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            telling |= TELLING[c & 127] | c >>> 7;
        }
        return telling != 0;
    }

    private static Glance look(String text) {
        boolean at = false;
        int digits = 0;
        int run = 0;
        int longest = 0;
        int last = -1;
        int dots = 0;
        int colons = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && TELLING[c] == 0) {
                continue;
            }
            if (isDigit(c)) {
                digits++;
                run = last >= 0 && adjoin(text, last, i) ? run + 1 : 1;
                longest = Math.max(longest, run);
                dots += last >= 0 && last == i - 2 && text.charAt(i - 1) == '.' ? 1 : 0;
                last = i;
            } else {
                colons += c == ':' ? 1 : 0;
                at |= isAt(text, i);
            }
        }
        return new Glance(at, digits, longest, dots, colons);
    }

    /** Whether two digits with no digit between them may belong to one number. */
    static boolean adjoin(String text, int one, int next) {
        boolean near = next - one - 1 <= MAX_GAP;
        for (int i = one + 1; near && i < next; i++) {
            near = !Character.isLetter(text.charAt(i));
        }
        return near;
    }

    static boolean isDigit(char c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    static boolean isAt(String text, int index) {
        char c = text.charAt(index);
        return c == '@' || c == '\uFF20' || (c == '%' && text.startsWith("40", index + 1));
    }
}
