// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.config;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as the JVM's own options have them: {@code 800m} is 800 times 1024 times 1024 bytes. */
final class SizeText {

    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,8})([kmgKMG])");

    private SizeText() {}

    /** Empty where the text is no size. */
    static OptionalLong bytes(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        int shift = switch (matcher.group(2)) {
            case "k", "K" -> 10;
            case "m", "M" -> 20;
            default -> 30;
        };
        return OptionalLong.of(Long.parseLong(matcher.group(1)) << shift);
    }
}
