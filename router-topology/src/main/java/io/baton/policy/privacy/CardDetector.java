// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Payment card numbers: 13 to 19 digits that begin like a card of a large scheme and whose check digit is right (Luhn, ISO/IEC
 * 7812-1). Groups may be separated by spaces, dashes or dots.
 *
 * <p>Every row of adjoining groups is tried, because people write the expiry date or the security code next to the number.
 * One in ten numbers of that form that is no card is masked too: rather that than a card number let through.
 */
final class CardDetector implements Detector {

    static final String KIND = "CARD";

    private static final int MIN_DIGITS = 13;
    private static final int MAX_DIGITS = 19;
    private static final int MAX_SEPARATOR = 3;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean worthwhile(Glance glance) {
        return glance.longestRun() >= MIN_DIGITS;
    }

    @Override
    public void find(String text, List<Span> found) {
        List<Group> row = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!Glance.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && Glance.isDigit(text.charAt(end))) {
                end++;
            }
            if (!row.isEmpty() && !joined(text, row.get(row.size() - 1).end, i)) {
                search(text, row, found);
                row.clear();
            }
            row.add(new Group(i, end));
            i = end;
        }
        search(text, row, found);
    }

    private static boolean joined(String text, int from, int to) {
        if (to - from > MAX_SEPARATOR) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean separator = Character.isSpaceChar(c)
                    || Character.getType(c) == Character.DASH_PUNCTUATION
                    || Character.getType(c) == Character.FORMAT
                    || c == '.'
                    || c == '_'
                    || c == '\t';
            if (!separator) {
                return false;
            }
        }
        return true;
    }

    private static void search(String text, List<Group> row, List<Span> found) {
        for (int first = 0; first < row.size(); first++) {
            StringBuilder digits = new StringBuilder(MAX_DIGITS);
            for (int last = first; last < row.size(); last++) {
                Group group = row.get(last);
                if (digits.length() + group.length() > MAX_DIGITS) {
                    break;
                }
                for (int i = group.start; i < group.end; i++) {
                    digits.append((char) ('0' + Character.digit(text.charAt(i), 10)));
                }
                if (digits.length() >= MIN_DIGITS && isCard(digits)) {
                    found.add(new Span(row.get(first).start, group.end, KIND, digits.toString()));
                }
            }
        }
    }

    private static boolean isCard(CharSequence digits) {
        return hasIssuer(digits) && luhn(digits);
    }

    /** First digits of American Express, Diners, JCB (3), Visa (4), Maestro and Mastercard (5, 6, 2221-2720), Discover, UnionPay. */
    private static boolean hasIssuer(CharSequence digits) {
        int four = Integer.parseInt(digits.subSequence(0, 4).toString());
        int two = four / 100;
        return (two >= 34 && two <= 69) || two == 30 || (four >= 2221 && four <= 2720);
    }

    static boolean luhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    private record Group(int start, int end) {
        int length() {
            return end - start;
        }
    }
}
