// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.baton.bench.AwkwardTexts;
import io.baton.policy.ruleset.MaskingRule;
import io.baton.state.Placeholder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("G02")
class MaskerTest {

    private static final List<String> ALL = List.of("EMAIL", "CARD", "IBAN", "IP", "PHONE");
    private static final Masker MASKER = masker("US", Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // e-mail
                "write to jane.roe+shop@mail.example.co.uk. | write to [EMAIL_1].",
                "<Jane@Example.com>, mailto:o'neil@example.ie | <[EMAIL_1]>, mailto:[EMAIL_2]",
                "https://a.example/p?email=jane%40example.com&x=1 | https://a.example/p?email=[EMAIL_1]&x=1",
                "jürgen@müller.de and 用户@例子.公司 | [EMAIL_1] and [EMAIL_2]",
                "a@b.io,c@d.io;a@b.io | [EMAIL_1],[EMAIL_2];[EMAIL_1]",
                "jane＠example.com | [EMAIL_1]",
                "\"jane roe\"@example.com | [EMAIL_1]",
                "4155550123@example.com | [EMAIL_1]",
                // telephone
                "call +44 20 7946 0958 now | call [PHONE_1] now",
                "(415) 555-0123 or 415.555.0123 | [PHONE_1] or [PHONE_1]",
                "my number is 4155550123 | my number is [PHONE_1]",
                "tel:+1-415-555-0123;ext=5 | tel:[PHONE_1]",
                "call me on 020 7946 0958 | call me on [PHONE_1]",
                "order 5: ring 415-555-0123 | order 5: ring [PHONE_1]",
                "+49 (0)30 901820 | [PHONE_1]",
                "ring +1 415 555 0123 50 times | ring [PHONE_1] 50 times",
                "7 415 555 0123 2 | 7 [PHONE_1] 2",
                "the phone number is 12-559 9034 | the phone number is [PHONE_1]",
                // payment card
                "card 4111 1111 1111 1111 exp 12/27 | card [CARD_1] exp 12/27",
                "4111-1111-1111-1111 | [CARD_1]",
                "4111111111111111 and 4111 1111-1111.1111 | [CARD_1] and [CARD_1]",
                "3782 822463 10005 | [CARD_1]",
                "2223003122003222, 5555555555554444 | [CARD_1], [CARD_2]",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 | [CARD_1]",
                "no4111111111111111x | no[CARD_1]x",
                "４１１１１１１１１１１１１１１１ | [CARD_1]",
                // bank account
                "IBAN GB82 WEST 1234 5698 7654 32, thanks | IBAN [IBAN_1], thanks",
                "de89370400440532013000 | [IBAN_1]",
                "NL91-ABNA-0417-1643-00 to DE89 3704 0044 0532 0130 00. | [IBAN_1] to [IBAN_2].",
                // internet address
                "from 192.168.100.25:8080 | from [IP_1]:8080",
                "10.0.0.1, 10.0.0.2. | [IP_1], [IP_2].",
                "at fe80::1ff:fe23:4567:890a and 2001:db8:85a3:0:0:8a2e:370:7334 | at [IP_1] and [IP_2]",
                "::ffff:192.0.2.128 | [IP_1]"
            })
    void masks(String text, String masked) {
        assertThat(MASKER.mask("c-1", text).text()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "It still does not work!",
                "order 4111-1111-1111-1112",
                "version 10.2.1",
                "version 10.2.1.4 and v1.2.3.4",
                "section 1.2.3.4.5",
                "999.1.1.300",
                "€1,299.00",
                "I paid $1299000000 for it",
                "it cost 4155550123 USD",
                "2026-03-02 09:00",
                "between 2026-03-02 and 2026-03-09, 09:00:15",
                "on 03/02/2026 at 10:15:30.250",
                "call me on 2026-03-02 09:00",
                "phone me: 02.03.2026, 10:30",
                "ticket 123456789",
                "ticket 4155550123",
                "Order no. 4155550123, invoice #4155550199",
                "https://shop.example/orders/4155550123",
                "the years 2019 2020 2021 2022",
                "1773478805250",
                "550e8400-e29b-41d4-a716-446655440000",
                "std::vector<int> 12::30 a::b",
                "@mention me @ 5, twice@home",
                "is 10 be 20 at 10 no 12 de 89 3704 0044",
                "GB82 WEST 1234 5698 7654 33",
                "00:1A:2B:3C:4D:5E",
                "error 0x80070057 in build 22621.1702",
                "SKU 978-3-16-148410-0",
                "1 2 3 4 5 6 7"
            })
    void leavesAlone(String text) {
        Masked masked = MASKER.mask("c-1", text);

        assertThat(masked.text()).isEqualTo(text);
        assertThat(masked.placeholders()).isEmpty();
    }

    @Test
    void readsNumbersWithoutACountryCodeInTheRegionOfThePolicy() {
        Masker german = masker("DE", Map.of());

        assertThat(german.mask("c-1", "Erreichbar unter 030 901820.").text()).isEqualTo("Erreichbar unter [PHONE_1].");
        assertThat(german.mask("c-1", "Bestellung 123456789").text()).isEqualTo("Bestellung 123456789");
    }

    @Test
    void looksOnlyForTheKindsOfThePolicy() {
        Masker cardsOnly = new Masker(new MaskingRule(List.of("CARD"), "US", Map.of()));

        assertThat(cardsOnly.mask("c-1", "jane@example.com 4111111111111111").text())
                .isEqualTo("jane@example.com [CARD_1]");
    }

    @Test
    void refusesAKindThatItDoesNotHave() {
        assertThatThrownBy(() -> new Masker(new MaskingRule(List.of("SHOE_SIZE"), "US", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void masksThePatternsOfThePolicyToo() {
        Masker masker = masker("US", Map.of("US_SSN", Pattern.compile("\\b\\d{3}-\\d{2}-\\d{4}\\b")));

        assertThat(masker.mask("c-1", "078-05-1120, 078-05-1120").text()).isEqualTo("[US_SSN_1], [US_SSN_1]");
    }

    @Test
    void anotherDetectorCanBePluggedIn() {
        Detector codename = new Detector() {
            @Override
            public String kind() {
                return "CODENAME";
            }

            @Override
            public boolean worthwhile(Glance glance) {
                return true;
            }

            @Override
            public void find(String text, List<Span> found) {
                int at = text.indexOf("Bluebird");
                if (at >= 0) {
                    found.add(new Span(at, at + 8, kind(), "bluebird"));
                }
            }
        };

        assertThat(new Masker(List.of(codename)).mask("c-1", "about Bluebird").text())
                .isEqualTo("about [CODENAME_1]");
    }

    @Test
    void ofOverlappingPlacesTheLongestNamesTheKindAndNothingSticksOut() {
        Masker masker = masker("US", Map.of("HEAD", Pattern.compile("abc 4111"), "TAIL", Pattern.compile("1111 xyz")));

        assertThat(masker.mask("c-1", "(abc 4111 1111 1111 1111 xyz)").text()).isEqualTo("([CARD_1])");
    }

    @Test
    void whatLooksLikeAPlaceholderIsNone() {
        Masked masked = MASKER.mask("c-1", "[EMAIL_1] is jane@example.com, see [CASE_1] and [CARD_4111111111111111]");

        assertThat(masked.text()).isEqualTo("(EMAIL_1) is [EMAIL_1], see [CASE_1] and [CARD_[CARD_1]]");
    }

    @Test
    void equalValuesOfAConversationHaveEqualFingerprintsHoweverTheyAreWritten() {
        Placeholder one = only(MASKER.mask("c-1", "+1 415 555 0123"));
        Placeholder same = only(MASKER.mask("c-1", "(415) 555-0123"));
        Placeholder other = only(MASKER.mask("c-1", "(415) 555-0124"));
        Placeholder elsewhere = only(MASKER.mask("c-2", "(415) 555-0123"));

        assertThat(one).isEqualTo(same);
        assertThat(one.getFingerprint()).isNotEqualTo(other.getFingerprint());
        assertThat(one.getFingerprint()).isNotEqualTo(elsewhere.getFingerprint());
        assertThat(one.getFingerprint()).isBetween(0, (1 << 24) - 1);
    }

    @Test
    void aPatternThatWouldRunForAgesMasksTheWholeText() {
        Masker masker = masker("US", Map.of("EVIL", Pattern.compile("(a+)+b")));

        assertThat(masker.mask("c-1", "a".repeat(5_000)).text()).isEqualTo("[EVIL_1]");
    }

    @Test
    void aPatternThatWouldOverflowTheStackMasksTheWholeText() {
        Masker masker = masker("US", Map.of("DEEP", Pattern.compile("(?:a|b)*c")));

        assertThat(masker.mask("c-1", "ab".repeat(200_000)).text()).isEqualTo("[DEEP_1]");
    }

    /** What is quadratic takes hours here, what overflows the stack fails. */
    @TestFactory
    Stream<DynamicTest> endlessTextsAreMaskedInTimeInProportionToTheirLength() {
        return AwkwardTexts.endless(20_000).stream()
                .map(text -> DynamicTest.dynamicTest(
                        "\"" + text.substring(0, 12) + "\" and so on",
                        () -> assertTimeoutPreemptively(
                                Duration.ofSeconds(30),
                                () -> assertThat(MASKER.mask("c-1", text).text())
                                        .isNotEmpty())));
    }

    private static Masker masker(String region, Map<String, Pattern> patterns) {
        return new Masker(new MaskingRule(ALL, region, patterns));
    }

    private static Placeholder only(Masked masked) {
        assertThat(masked.placeholders()).hasSize(1);
        return masked.placeholders().get(0);
    }
}
