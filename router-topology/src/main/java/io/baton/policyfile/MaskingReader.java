// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.MaskingRule;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code masking}. Where a document says nothing every built-in detector is on. */
final class MaskingReader {

    private static final List<String> KINDS = List.of("EMAIL", "PHONE", "CARD", "IBAN", "IP");
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{1,31}");
    private static final Set<String> REGIONS = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    private static final String DEFAULT_REGION = "US";

    private MaskingReader() {}

    static MaskingRule read(Value section) {
        return section.mapping(m -> new MaskingRule(kinds(m), region(m.optional("phoneRegion")), patterns(m)));
    }

    private static List<String> kinds(Mapping m) {
        Value kinds = m.optional("kinds");
        return kinds.given() ? kinds.items(item -> item.oneOf("kind", KINDS, "")) : KINDS;
    }

    private static String region(Value value) {
        return value.as(
                "a country of two letters such as US or DE",
                text -> Optional.of(text).filter(REGIONS::contains),
                DEFAULT_REGION);
    }

    private static Map<String, Pattern> patterns(Mapping m) {
        return m.optional("patterns").each(entry -> {
            String kind = entry.key()
                    .as(
                            "a kind of upper-case letters, digits and underscores",
                            text -> Optional.of(text)
                                    .filter(t -> KIND.matcher(t).matches()),
                            "");
            if (KINDS.contains(kind)) {
                entry.key().fail("is a built-in kind; choose another name");
            }
            return DetectorPattern.read(entry.value());
        });
    }
}
