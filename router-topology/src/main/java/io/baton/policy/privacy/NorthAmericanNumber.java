// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Ten digits as most people of North America write them, with nothing around that could belong to them: "(415) 555-0123",
 * "415.555.0123", "+1 415 555 0123". The library would find the same place and the same number, but it takes a text apart with a dozen
 * patterns for that; here it is asked only whether there is such a number. Whatever is written in another way is left to it.
 */
final class NorthAmericanNumber {

    private static final String REGION = "US";
    private static final int COUNTRY = 1;
    private static final int DIGITS = 10;

    /** Behind which digits something may stand between: after the area and after the exchange. */
    private static final int AREA = 3;

    private static final int EXCHANGE = 6;
    private static final String BETWEEN = "-. ";
    private static final String FRONT = " \n:,";
    private static final String BACK = " \n.,!?;";

    private NorthAmericanNumber() {}

    /**
     * The number from this digit to that one, or null where it is written in another way or there is none.
     *
     * @param region of the policy; without a country code it must be the United States
     * @param first first digit of a row with no other digit within {@code before} characters
     * @param last last digit of it
     * @param before characters in front in which the library would look for more
     * @param behind characters behind in which it would
     */
    static @Nullable Span at(
            PhoneNumberUtil numbers, String region, String text, int first, int last, int before, int behind) {
        boolean plus = first > 0 && text.charAt(first - 1) == '+';
        int area = plus && text.charAt(first) == '1' ? national(text, first + 1, last) : first;
        boolean bracket = area > 0 && text.charAt(area - 1) == '(';
        int start = plus ? first - 1 : bracket ? area - 1 : first;
        boolean country = plus ? area > first : region.equals(REGION);
        if (!country || !isAlone(text, first, last, start, before, behind)) {
            return null;
        }
        long number = digits(text, area, last, bracket);
        return number != 0 && isValid(numbers, number)
                ? new Span(start, last + 1, PhoneDetector.KIND, "+1" + number)
                : null;
    }

    /** Where the area begins behind the country code: a mark, a bracket, both or neither may stand between. */
    private static int national(String text, int behind, int last) {
        int at = behind < last && BETWEEN.indexOf(text.charAt(behind)) >= 0 ? behind + 1 : behind;
        return at < last && text.charAt(at) == '(' ? at + 1 : at;
    }

    private static boolean isAlone(String text, int first, int last, int start, int before, int behind) {
        if (start > 0 && FRONT.indexOf(text.charAt(start - 1)) < 0) {
            return false;
        }
        if (last + 1 < text.length() && BACK.indexOf(text.charAt(last + 1)) < 0) {
            return false;
        }
        for (int i = Math.max(0, first - before); i < start; i++) {
            if (mayBegin(text.charAt(i))) {
                return false;
            }
        }
        for (int i = last + 1; i < Math.min(text.length(), last + 1 + behind); i++) {
            if (isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Some digits lie beyond the sixteenth bit. */
    private static boolean isDigit(char c) {
        return Glance.isDigit(c) || Character.isSurrogate(c);
    }

    private static boolean mayBegin(char c) {
        return isDigit(c) || PhoneDetector.BEFORE_NUMBER.indexOf(c) >= 0;
    }

    /** The ten digits, or 0 where something else stands there. */
    private static long digits(String text, int from, int last, boolean bracket) {
        long number = 0;
        int count = 0;
        int at = from;
        while (at <= last && count < DIGITS) {
            char c = text.charAt(at);
            boolean gap = count == AREA || count == EXCHANGE;
            if (gap && count == AREA && bracket) {
                if (c != ')') {
                    return 0;
                }
                at++;
                c = text.charAt(at);
            }
            if (gap && BETWEEN.indexOf(c) >= 0) {
                at++;
                c = text.charAt(at);
            }
            if (c < '0' || c > '9') {
                return 0;
            }
            number = number * 10 + (c - '0');
            count++;
            at++;
        }
        boolean whole = count == DIGITS && at == last + 1;
        return whole && text.charAt(from) >= '2' ? number : 0;
    }

    /** Most of these numbers belong to the first region that is asked. */
    private static boolean isValid(PhoneNumberUtil numbers, long national) {
        PhoneNumber number = new PhoneNumber().setCountryCode(COUNTRY).setNationalNumber(national);
        return numbers.isValidNumberForRegion(number, REGION) || numbers.isValidNumber(number);
    }
}
