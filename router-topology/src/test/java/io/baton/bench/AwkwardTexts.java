// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import java.util.ArrayList;
import java.util.List;

/** Texts that a reader of texts may stumble over, all made up. New ones go to the end: golden files count them. */
public final class AwkwardTexts {

    private static final String[] SHORT = {
        "",
        " ",
        "\n\t ",
        "a",
        "!!!???...",
        "[EMAIL_1] [PHONE_2] [CARD_12345678] [X_1] [] [[EMAIL_1]] [_1]",
        "THIS IS NOT ACCEPTABLE!!! I WANT A MANAGER NOW",
        "I don't want a bot, I want a human. NOT good, but thanks :)",
        "I can\u2019t cope, it\u2019s soooooo baaaaad :-( :'( =D ;P :|",
        "l'agent d'accueil, quelqu\u2019un, ''quoted'' 'single' rock'n'roll o' 'tis",
        "\uD83D\uDE21\uD83D\uDE21\uD83D\uDE21 \u2764\uFE0F \uD83D\uDC4D\uD83C\uDFFD \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "\u6211\u60F3\u9000\u6B3E\u3002\u4F60\u4EEC\u7684\u670D\u52A1\u592A\u5DEE\u4E86\uFF01 order 12345 \u4EBA",
        "\u041D\u0435 \u0440\u0430\u0431\u043E\u0442\u0430\u0435\u0442! \u041F\u043E\u043C\u043E\u0433\u0438\u0442\u0435, +7 495 123-45-67",
        "\u0627\u0644\u062E\u062F\u0645\u0629 \u0633\u064A\u0626\u0629 \u062C\u062F\u0627 \u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669",
        "caf\u0065\u0301 na\u0131\u0308ve Z\u0351\u0343a\u0334l\u0321g\u0489o \u0130STANBUL \u0131 \u01C5 \uFB01ne \u00DF GR\u00D6SSE",
        "\uD835\uDFCF\uD835\uDFD0\uD835\uDFD1 \uD835\uDC07\uD835\uDC1E\uD835\uDC25\uD835\uDC29 \uD800 lone \uDC00 surrogates \uD83D",
        "\u0000\u0001\u001B[31m \u200B\u200D\uFEFF\u202Ereversed",
        "a@b.io,c@d.io;a@b.io \"jane roe\"@example.com jane%40example.com @@ a@ @b x@y %40",
        "o'neil@example.ie <A.B@C.example.ORG> jane\uFF20example.com \u7528\u6237@\u4F8B\u5B50.\u516C\u53F8 a@-b.c a@b.c- a@b..com",
        "call +44 20 7946 0958 or (415) 555-0123 x12, 415.555.0124; tel:+1-415-555-0123;ext=5",
        "+49 (0)30 901820 ring +1 415 555 0123 50 times 7 415 555 0123 2 and 4155550123",
        "the phone number is 12-559 9034, call me under 020 7946 0958, whatsapp no. 12 34 56 78 90 12",
        "order 4155550123, ticket #4155550123, $1299000000, 4155550123 USD, EUR 4155550123, no. 4155550123",
        "call me on 2026-03-02 09:00 or 02.03.2026, 10:30:15 or 3/2/2026 415-555-0123 2026-03-02",
        "4111 1111 1111 1111 exp 12/27 cvc 123; 4111-1111-1111-1112; 3782 822463 10005; 30569309025904",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "4111_1111_1111_1111 4111.1111.1111.1111 4111\u20111111\u20111111\u20111111 4111\t1111\t1111\t1111 4111  - 1111 1111 1111",
        "\uFF14\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11 no4111111111111111x 12 4111111111111111 345",
        "GB82 WEST 1234 5698 7654 32, de89370400440532013000; NL91-ABNA-0417-1643-00 GB82 WEST 1234 5698 7654 33 XX12 3456 7890",
        "192.168.100.25:8080 10.0.0.1, 10.0.0.2. version 10.2.1.4 v1.2.3.4 1.2.3.4.5 999.1.1.1 firmware: 1.2.3.4",
        "fe80::1ff:fe23:4567:890a 2001:db8:85a3:0:0:8a2e:370:7334 ::ffff:192.0.2.128 12::30 a::b ::1 1:2:3:4:5:6:7:8 1:2:3:4:5:6:7:8:9",
        "00:1A:2B:3C:4D:5E 550e8400-e29b-41d4-a716-446655440000 0x80070057 1773478805250 978-3-16-148410-0",
        "078-05-1120 AB 12 34 56 C AB123456C 000-12-3456 my SSN: 123-45-6789.",
        "\uD835\uDFD20\uD835\uDFD6-05-1120 \u0660\u0667\u0668-\u0660\u0665-\u0661\u0661\u0662\u0660 \uFF10\uFF17\uFF18-\uFF10\uFF15-\uFF11\uFF11\uFF12\uFF10"
    };

    private static final String[] ENDLESS = {
        "word ",
        "a",
        "A! ",
        "soooo baaad ",
        "not good but ",
        "human agent please ",
        "\uD83D\uDE21",
        "\u6211",
        "e\u0301",
        "'",
        "a'",
        "?!",
        " ",
        "[",
        "[A_",
        "[EMAIL_1]",
        "@",
        "a@",
        "@a",
        "a@b.io ",
        "\"@",
        "%40",
        ".",
        ":",
        "::",
        "a:",
        ":)",
        "1",
        "1 ",
        "1.",
        "1-",
        "12 ",
        "4111",
        "4111 1111 1111 1111 ",
        "415 555 0123 ",
        "+1 ",
        "+",
        "(",
        "1.2.3.4 ",
        "1:",
        "DE12",
        "GB82 WEST 1234 5698 7654 32 ",
        "2026-03-02 ",
        "phone 12",
        "x1",
        "\uD800",
        "\u0661",
        "123-45-"
    };

    private AwkwardTexts() {}

    /** Short ones of every sort. */
    public static List<String> all() {
        return List.of(SHORT);
    }

    /** Texts of about this length that say the same over and over. */
    public static List<String> endless(int chars) {
        List<String> texts = new ArrayList<>();
        for (String piece : ENDLESS) {
            texts.add(piece.repeat(chars / piece.length()));
        }
        return texts;
    }
}
