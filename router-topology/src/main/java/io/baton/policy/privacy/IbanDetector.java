// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * International bank account numbers: a country of the IBAN registry, the length of that country, and the check digits right
 * (ISO 13616, remainder 1 modulo 97). Single spaces or dashes between the characters are allowed.
 */
final class IbanDetector implements Detector {

    static final String KIND = "IBAN";

    private static final int MIN_DIGITS = 8;

    /** Length by country, as the IBAN registry of SWIFT lists them. */
    private static final Map<String, Integer> LENGTHS = Stream.of(
                    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18",
                    "DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23",
                    "IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27",
                    "MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19",
                    "SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean worthwhile(Glance glance) {
        return glance.digits() >= MIN_DIGITS;
    }

    @Override
    public void find(String text, List<Span> found) {
        for (int i = 0; i + 4 <= text.length(); i++) {
            boolean begins = isLetter(text.charAt(i))
                    && isLetter(text.charAt(i + 1))
                    && isDigit(text.charAt(i + 2))
                    && isDigit(text.charAt(i + 3));
            Span span = begins ? at(text, i) : null;
            if (span != null) {
                found.add(span);
            }
        }
    }

    private static @Nullable Span at(String text, int start) {
        Integer length = LENGTHS.get(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
        if (length == null) {
            return null;
        }
        StringBuilder value = new StringBuilder(length);
        int digits = 0;
        int i = start;
        while (i < text.length() && value.length() < length) {
            char c = text.charAt(i);
            if (isLetter(c) || isDigit(c)) {
                value.append(Character.toUpperCase(c));
                digits += isDigit(c) ? 1 : 0;
            } else if (!isSeparator(c) || isSeparator(text.charAt(i - 1))) {
                return null;
            }
            i++;
        }
        boolean complete = value.length() == length && digits >= MIN_DIGITS && remainder(value) == 1;
        return complete ? new Span(start, i, KIND, value.toString()) : null;
    }

    /** The number modulo 97, with the first four characters moved to the end and letters read as 10 to 35. */
    static int remainder(CharSequence iban) {
        int rest = 0;
        for (int i = 0; i < iban.length(); i++) {
            int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '\u00A0';
    }
}
