// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.ruleset.MaskingRule;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Made-up values put into made-up texts at random never come out again. */
@Tag("G02")
class MaskingPropertyTest {

    private static final int TEXTS = 1_500;
    private static final String[] WORDS = {
        "the", "order", "no.", "7", "since", "2026-03-02", "at", "09:15", "(again)", "costs", "$49.99,", "please",
                "v2.1",
        "für", "\uD83D\uDE21", "ticket", "#1234", "it's", "x=1;", "[EMAIL_1]", "IBAN", "card:", "—", "…", "50%", "\n"
    };
    private static final String[] BETWEEN = {" ", " ", ", ", "\n", " (", ") ", ": ", "; "};

    private final Random random = new Random(7);
    private final Masker masker =
            new Masker(new MaskingRule(List.of("EMAIL", "CARD", "IBAN", "IP", "PHONE"), "US", Map.of()));

    @Test
    void nothingThatWasPutInComesOut() {
        for (int i = 0; i < TEXTS; i++) {
            String secret = secret(i % 5);
            String text = words() + between() + secret + between() + words();

            Masked masked = masker.mask("c-1", text);

            assertThat(masked.text()).as(text).doesNotContain(secret);
            assertThat(masked.placeholders()).as(text).isNotEmpty();
            if (digits(secret).length() >= 7) {
                assertThat(digits(masked.text())).as(text).doesNotContain(digits(secret));
            }
        }
    }

    @Test
    void maskingWhatIsMaskedFindsNothing() {
        for (int i = 0; i < TEXTS; i++) {
            String text = words() + between() + secret(i % 5) + between() + secret((i + 1) % 5) + between() + words();
            String masked = masker.mask("c-1", text).text();

            assertThat(masker.detects(masked)).as(text).isFalse();
        }
    }

    @Test
    void placesComeInOrderAndDoNotOverlap() {
        for (int i = 0; i < TEXTS; i++) {
            List<Span> spans = masker.spans(words() + secret(random.nextInt(5)) + secret(random.nextInt(5)) + words());

            assertThat(IntStream.range(1, spans.size()))
                    .allMatch(n -> spans.get(n - 1).end() <= spans.get(n).start());
        }
    }

    private String secret(int kind) {
        return switch (kind) {
            case 0 ->
                letters(1 + random.nextInt(8)) + "." + letters(3) + random.nextInt(90) + "@" + letters(5)
                        + ".example.com";
            case 1 -> card();
            case 2 -> iban();
            case 3 -> octet() + "." + octet() + "." + octet() + "." + octet();
            default -> "+1 415 555 0" + (100 + random.nextInt(100));
        };
    }

    private String card() {
        StringBuilder digits = new StringBuilder("4");
        while (digits.length() < 15) {
            digits.append(random.nextInt(10));
        }
        for (char check = '0'; check <= '9'; check++) {
            String number = digits.toString() + check;
            if (CardDetector.luhn(number)) {
                String separator = List.of("", " ", "-").get(random.nextInt(3));
                return String.join(
                        separator,
                        number.substring(0, 4),
                        number.substring(4, 8),
                        number.substring(8, 12),
                        number.substring(12));
            }
        }
        throw new AssertionError("one of ten check digits is right");
    }

    private String iban() {
        StringBuilder account = new StringBuilder();
        while (account.length() < 18) {
            account.append(random.nextInt(10));
        }
        int check = 98 - IbanDetector.remainder("DE00" + account);
        String iban = "DE%02d%s".formatted(check, account);
        return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private int octet() {
        return 1 + random.nextInt(255);
    }

    private String letters(int count) {
        return random.ints(count, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        for (int n = random.nextInt(6); n >= 0; n--) {
            words.append(WORDS[random.nextInt(WORDS.length)]).append(n == 0 ? "" : " ");
        }
        return words.toString();
    }

    private String between() {
        return BETWEEN[random.nextInt(BETWEEN.length)];
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
