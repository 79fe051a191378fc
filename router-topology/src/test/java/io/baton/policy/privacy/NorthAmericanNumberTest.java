// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are read without the library are those that it would find, in the same place. */
class NorthAmericanNumberTest {

    private static final int TEXTS = 6_000;
    private static final int BEFORE = 6;
    private static final int BEHIND = 16;
    private static final String[] FRONT = {
        "", "call ", "tel:", "order ", "x", "$", "12 ", "+", "(", "#", "7, ", "%", "\uD835\uDFCF ", "[", "\n", "1 "
    };
    private static final String[] BACK = {
        "",
        ".",
        "!",
        " ",
        "?",
        " x12",
        " 50 times",
        ") ok",
        ";ext=5",
        " USD",
        "%",
        "/",
        "-",
        "x",
        " \uD835\uDFCF",
        "          9"
    };
    private static final String[] CODE = {"", "", "", "+1 ", "+1", "+1-", "+1  ", "1 ", "+44 ", "+(1) ", "\uFF0B1 "};
    private static final String[] AREA = {"415", "212", "800", "900", "500", "876", "055", "999", "310", "671", "123"};
    private static final String[] BETWEEN = {"", "-", ".", " ", "-", " ", "/", "  ", "\u2011"};

    private final Random random = new Random(3);
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(415) 555-0123",
                "(415)555-0123",
                "415-555-0123",
                "415.555.0123",
                "415 555 0123",
                "4155550123",
                "+1 415 555 0123",
                "+14155550123",
                "+1 (415) 555-0123",
                "please call 876-555-0123, thanks"
            })
    void whatMostPeopleWriteIsRead(String text) {
        assertThat(at("US", text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "415/555-0123",
                "(415 555-0123",
                "+44 415 555 0123",
                "12 415 555 0123",
                "415 555 0123 x5",
                "155 555 0123"
            })
    void whatIsWrittenOtherwiseIsLeftToTheLibrary(String text) {
        assertThat(at("US", text)).isNull();
    }

    @Test
    void elsewhereItNeedsTheCountryCode() {
        assertThat(at("DE", "(415) 555-0123")).isNull();
        assertThat(at("DE", "+1 (415) 555-0123")).isNotNull();
    }

    @Test
    void theLibraryFindsTheSame() {
        int read = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = pick(FRONT) + written() + pick(BACK);
            String region = i % 4 == 0 ? "DE" : "US";
            Span span = at(region, text);
            if (span != null) {
                read++;
                int first = first(text);
                assertThat(new PhoneDetector(region).byLibrary(text, first, last(text, first)))
                        .as(text)
                        .containsExactly(span);
            }
        }
        assertThat(read).isGreaterThan(300);
    }

    private @Nullable Span at(String region, String text) {
        int first = first(text);
        return NorthAmericanNumber.at(numbers, region, text, first, last(text, first), BEFORE, BEHIND);
    }

    private String written() {
        boolean bracket = random.nextInt(3) == 0;
        String area = random.nextBoolean() ? pick(AREA) : String.valueOf(200 + random.nextInt(800));
        return pick(CODE)
                + (bracket ? "(" + area + ")" : area)
                + pick(BETWEEN)
                + (random.nextBoolean() ? 555 : 100 + random.nextInt(900))
                + pick(BETWEEN)
                + String.format(Locale.ROOT, "%04d", random.nextInt(10_000));
    }

    /** What stands first comes most often. */
    private String pick(String[] of) {
        return of[Math.min(random.nextInt(of.length), random.nextInt(of.length))];
    }

    private static int first(String text) {
        int first = 0;
        while (!Glance.isDigit(text.charAt(first))) {
            first++;
        }
        return first;
    }

    /** As the detector cuts a text into clusters. */
    private static int last(String text, int first) {
        int last = first;
        for (int i = first + 1; i < text.length(); i++) {
            if (Glance.isDigit(text.charAt(i))) {
                if (!Glance.adjoin(text, last, i)) {
                    break;
                }
                last = i;
            }
        }
        return last;
    }
}
