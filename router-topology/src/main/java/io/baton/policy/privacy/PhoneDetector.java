// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Telephone numbers that libphonenumber holds to be valid: with a country code anywhere, without one in the region of the
 * policy. The library looks only at clusters of seven digits and more, because it is by far the dearest detector.
 *
 * <p>A bare row of digits (no plus sign, no separator) is no telephone number where a word such as "order" or a number sign
 * stands in front of it, nor is an amount of money.
 */
final class PhoneDetector implements Detector {

    static final String KIND = "PHONE";

    private static final int MIN_DIGITS = 7;

    /** Characters around a cluster that belong to the number: plus sign and bracket in front, an extension behind. */
    private static final int MARGIN_BEFORE = 6;

    private static final int MARGIN_BEHIND = 16;
    private static final int WORDS_BEFORE = 32;

    private static final Pattern REFERENCE = Pattern.compile(
            "(?:(?:\\b(?:order|ticket|invoice|case|ref(?:erence)?|booking|confirmation|tracking|transaction|shipment"
                    + "|serial|sku|account|article|item|po|id|bestellung|auftrag|rechnung|vorgang|commande|facture|pedido|factura)"
                    + "(?:s|snummer|nummer)?\\W{0,3}(?:(?:number|no|nr|num|numero|id|is|was|code)\\W{1,3}){0,3})|[#/])$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONEY_BEFORE =
            Pattern.compile("(?:\\p{Sc}|\\b(?:USD|EUR|GBP|CHF|JPY|INR|CAD|AUD))\\s?$");
    private static final Pattern MONEY_BEHIND =
            Pattern.compile("\\s?(?:\\p{Sc}|(?:USD|EUR|GBP|CHF|JPY|INR|CAD|AUD)\\b)");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;

    PhoneDetector(String region) {
        this.region = region;
    }

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
        int first = -1;
        int last = -1;
        int digits = 0;
        int gap = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean over = i == text.length();
            if (!over && Glance.isDigit(text.charAt(i))) {
                first = digits == 0 ? i : first;
                last = i;
                digits++;
                gap = 0;
            } else {
                gap++;
                if (over || gap > Glance.MAX_GAP || Character.isLetter(text.charAt(i))) {
                    if (digits >= MIN_DIGITS) {
                        search(text, first, last, found);
                    }
                    digits = 0;
                }
            }
        }
    }

    private void search(String text, int first, int last, List<Span> found) {
        int from = Math.max(0, first - MARGIN_BEFORE);
        int to = Math.min(text.length(), last + 1 + MARGIN_BEHIND);
        String part = text.substring(from, to);
        for (PhoneNumberMatch match : numbers.findNumbers(part, region, Leniency.VALID, Long.MAX_VALUE)) {
            int start = from + match.start();
            int end = from + match.end();
            if (isTelephone(text, start, end)) {
                found.add(new Span(start, end, KIND, numbers.format(match.number(), PhoneNumberFormat.E164)));
            }
        }
    }

    private static boolean isTelephone(String text, int start, int end) {
        if (text.charAt(start) == '+' || text.charAt(start) == '\uFF0B') {
            return true;
        }
        String before = text.substring(Math.max(0, start - WORDS_BEFORE), start);
        if (MONEY_BEFORE.matcher(before).find()
                || MONEY_BEHIND.matcher(text).region(end, text.length()).lookingAt()) {
            return false;
        }
        boolean bare = text.substring(start, end).chars().allMatch(Character::isDigit);
        return !bare || !REFERENCE.matcher(before).find();
    }
}
