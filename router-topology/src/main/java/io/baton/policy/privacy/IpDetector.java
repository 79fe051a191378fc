// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Internet addresses. Version 4: four octets, not behind a word such as "version", and not a part of a longer dotted number.
 * Version 6: eight groups, or fewer with one double colon, which a time of day never is.
 */
final class IpDetector implements Detector {

    static final String KIND = "IP";

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern V4 =
            Pattern.compile("(?<![0-9.])(?:" + OCTET + "\\.){3}" + OCTET + "(?![0-9]|\\.[0-9])");
    private static final Pattern V6 =
            Pattern.compile("(?<![\\p{L}\\p{N}:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}+){2,7}+(?![\\p{L}\\p{N}:])");
    private static final Pattern VERSION =
            Pattern.compile("(?:\\bv|version|release|build|firmware|ver\\.)[ .:]?$", Pattern.CASE_INSENSITIVE);
    private static final int VERSION_WORD = 10;
    private static final int MIN_HEX_DIGITS = 5;

    /** Between the octets of version 4. */
    private static final int DOTS = 3;

    /** Between the groups of version 6, unless one is double. */
    private static final int COLONS = 7;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean worthwhile(Glance glance) {
        return glance.digits() > 0 && (glance.dottedDigits() >= DOTS || glance.colons() >= 2);
    }

    @Override
    public void find(String text, List<Span> found) {
        Glance glance = Glance.of(text);
        if (glance.dottedDigits() >= DOTS) {
            findV4(text, found);
        }
        if (glance.colons() >= COLONS || text.contains("::")) {
            findV6(text, found);
        }
    }

    private static void findV4(String text, List<Span> found) {
        Matcher v4 = V4.matcher(text);
        while (v4.find()) {
            String before = text.substring(Math.max(0, v4.start() - VERSION_WORD), v4.start());
            if (!VERSION.matcher(before).find()) {
                found.add(new Span(v4.start(), v4.end(), KIND, v4.group()));
            }
        }
    }

    private static void findV6(String text, List<Span> found) {
        Matcher v6 = V6.matcher(text);
        while (v6.find()) {
            if (isAddress(v6.group())) {
                found.add(new Span(v6.start(), v6.end(), KIND, v6.group().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static boolean isAddress(String candidate) {
        int gap = candidate.indexOf("::");
        if (gap >= 0 && candidate.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int groups = 0;
        int hex = 0;
        boolean digit = false;
        for (String group : candidate.split(":", -1)) {
            groups += group.isEmpty() ? 0 : 1;
            hex += group.length();
            digit |= group.chars().anyMatch(c -> c <= '9');
        }
        boolean whole = gap >= 0 ? groups >= 2 && groups <= 7 : groups == 8;
        return whole && digit && hex >= MIN_HEX_DIGITS;
    }
}
