// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers that libphonenumber holds to be valid: with a country code anywhere, without one in the region of the
 * policy. The library looks only at clusters of seven digits and more, because it is by far the dearest detector. Where it finds
 * none, seven to fifteen digits behind a word such as "call" or "phone" are taken for one of another region.
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

    /** What the library takes for the beginning of a number: plus signs and opening brackets. */
    static final String BEFORE_NUMBER = "+\uFF0B(\uFF08[\uFF3B";

    private static final Pattern REFERENCE = Pattern.compile(
            "(?:(?:\\b(?:order|ticket|invoice|case|ref(?:erence)?|booking|confirmation|tracking|transaction|shipment"
                    + "|serial|sku|account|article|item|po|id|bestellung|auftrag|rechnung|vorgang|commande|facture|pedido|factura)"
                    + "(?:s|snummer|nummer)?\\W{0,3}(?:(?:number|no|nr|num|numero|id|is|was|code)\\W{1,3}){0,3})|[#/])$",
            Pattern.CASE_INSENSITIVE);
    /** Words that announce a number, with a few small words and a plus sign or bracket in between. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "\\b(?:tele)?(?:phone|fone|mobile|cell|call|tel|fax|whatsapp|sms|telefon|handy|m[oó]vil|portable)[a-z]{0,3}"
                    + "\\W{1,3}(?:(?:number|no|nr|num|numero|nummer|is|me|us|it|them|at|on|my|under|the)\\W{1,3}){0,4}[+(\\s]{0,3}$",
            Pattern.CASE_INSENSITIVE);

    private static final int MAX_DIGITS = 15;

    /** Groups of digits with single spaces, dashes, dots or brackets between them; never tried again from within a group. */
    private static final Pattern ROW = Pattern.compile("(?:\\+|(?<!\\d))\\d++(?:[ \u00A0.()/-]{1,3}+\\d++)++");

    private static final Pattern GROUP = Pattern.compile("\\+?\\d+");
    private static final int MAX_WRITTEN = 24;

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
        // The library takes "15 2026-03-02 7" for a number of North America, so dates are made letters first.
        clusters(Dates.crossedOut(text), found);
    }

    private void clusters(String text, List<Span> found) {
        int first = -1;
        int last = -1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Glance.isDigit(text.charAt(i))) {
                if (digits > 0 && !Glance.adjoin(text, last, i)) {
                    search(text, first, last, digits, found);
                    digits = 0;
                }
                first = digits == 0 ? i : first;
                last = i;
                digits++;
            }
        }
        search(text, first, last, digits, found);
    }

    private void search(String text, int first, int last, int count, List<Span> found) {
        if (count < MIN_DIGITS) {
            return;
        }
        if (isPlainReference(text, first, last, count)) {
            return;
        }
        int before = found.size();
        int begin = first > 0 && text.charAt(first - 1) == '+' ? first - 1 : first;
        boolean whole = false;
        for (Span number : inPart(text, first, last)) {
            if (isTelephone(text, number.start(), number.end())) {
                found.add(number);
                whole |= number.start() <= begin && last < number.end();
            }
        }
        // Groups inside a number that was found whole could not change what is masked.
        if (!whole) {
            searchGroups(text, first, last, found);
        }
        if (found.size() == before && isAnnounced(text, first)) {
            String digits = text.substring(first, last + 1).replaceAll("(?U)\\D", "");
            if (digits.length() <= MAX_DIGITS) {
                found.add(new Span(first, last + 1, KIND, digits));
            }
        }
    }

    /** The valid numbers in a cluster and what is around it. */
    private List<Span> inPart(String text, int first, int last) {
        Span plain = NorthAmericanNumber.at(numbers, region, text, first, last, MARGIN_BEFORE, MARGIN_BEHIND);
        return plain == null ? byLibrary(text, first, last) : List.of(plain);
    }

    /** The same, whatever is written how. */
    List<Span> byLibrary(String text, int first, int last) {
        List<Span> found = new ArrayList<>();
        int from = Math.max(0, first - MARGIN_BEFORE);
        String part = text.substring(from, Math.min(text.length(), last + 1 + MARGIN_BEHIND));
        for (PhoneNumberMatch match : numbers.findNumbers(part, region, Leniency.VALID, Long.MAX_VALUE)) {
            String number = numbers.format(match.number(), PhoneNumberFormat.E164);
            found.add(new Span(from + match.start(), from + match.end(), KIND, number));
        }
        return found;
    }

    /**
     * Order numbers are what most messages with many digits have in them. A row of digits alone, without anything in front or behind that could make it
     * part of a number written otherwise, is what {@link #isTelephone} would say no to whatever the library says.
     */
    private static boolean isPlainReference(String text, int first, int last, int count) {
        if (last - first + 1 != count) {
            return false;
        }
        for (int i = Math.max(0, first - MARGIN_BEFORE); i < first; i++) {
            if (BEFORE_NUMBER.indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        for (int i = last + 1; i < Math.min(text.length(), last + 1 + MARGIN_BEHIND); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !isTelephone(text, first, last + 1) && !isAnnounced(text, first);
    }

    /** The library takes "+1 415 555 0123 50" for one number, which is none; so the rows of groups in it are tried one by one. */
    private void searchGroups(String text, int first, int last, List<Span> found) {
        Matcher row = ROW.matcher(text.substring(Math.max(0, first - 2), last + 1));
        while (row.find()) {
            int from = Math.max(0, first - 2) + row.start();
            List<MatchResult> groups = GROUP.matcher(row.group()).results().toList();
            for (int i = 0; i < groups.size(); i++) {
                int start = from + groups.get(i).start();
                for (int j = farthest(groups, i); j > i; j--) {
                    int end = from + groups.get(j).end();
                    String number = valid(text.substring(start, end));
                    if (number != null && isTelephone(text, start, end)) {
                        found.add(new Span(start, end, KIND, number));
                        i = j;
                    }
                }
            }
        }
    }

    /** The last group that is not too far from this one to belong to the same number. */
    private static int farthest(List<MatchResult> groups, int first) {
        int last = first;
        while (last + 1 < groups.size()
                && groups.get(last + 1).end() - groups.get(first).start() <= MAX_WRITTEN) {
            last++;
        }
        return last;
    }

    /** The number in its normal form, or null where it is none. Short ones count only if they begin as people write them. */
    private @Nullable String valid(String written) {
        int digits = 0;
        for (int i = 0; i < written.length(); i++) {
            digits += Glance.isDigit(written.charAt(i)) ? 1 : 0;
        }
        boolean dialled = written.charAt(0) == '+' || written.charAt(0) == '0' || digits >= 10;
        if (!dialled || digits < MIN_DIGITS || digits > MAX_DIGITS) {
            return null;
        }
        try {
            PhoneNumber number = numbers.parse(written, region);
            return numbers.isValidNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    private static boolean isAnnounced(String text, int first) {
        String before = text.substring(Math.max(0, first - WORDS_BEFORE), first);
        return ANNOUNCED.matcher(before).find();
    }

    private static boolean isTelephone(String text, int start, int end) {
        if (text.charAt(start) == '+' || text.charAt(start) == '\uFF0B') {
            return true;
        }
        if (Money.before(text, start) || Money.behind(text, end)) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!Glance.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return !REFERENCE
                .matcher(text.substring(Math.max(0, start - WORDS_BEFORE), start))
                .find();
    }
}
