// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.PhraseRule;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code phrases}. */
final class PhraseReader {

    private static final int MAX_CHARS = 80;
    private static final int MAX_PHRASES = 1_000;

    private PhraseReader() {}

    static PhraseRule read(Value section) {
        return section.mapping(m -> new PhraseRule(
                list(m, "escalation"),
                list(m, "alternatives"),
                list(m, "legal"),
                list(m, "distress"),
                list(m, "humanRequest"),
                list(m, "urgency"),
                list(m, "alreadyTried"),
                list(m, "export"),
                ShippedWords.all()));
    }

    private static List<String> list(Mapping m, String key) {
        return list(m.optional(key));
    }

    /** Phrases, none of them twice. */
    static List<String> list(Value list) {
        if (list.size() > MAX_PHRASES) {
            list.fail("must hold at most " + MAX_PHRASES + " phrases (has " + list.size() + ")");
        }
        Set<String> seen = new HashSet<>();
        return list.items(item -> {
            String phrase = item.as(
                    "a phrase in lower case of at most " + MAX_CHARS + " characters, * only at the end of a word",
                    text -> Optional.of(text).filter(PhraseReader::isPhrase),
                    "");
            if (!phrase.isEmpty() && !seen.add(phrase)) {
                item.fail("'" + phrase + "' is listed twice");
            }
            return phrase;
        });
    }

    static boolean isPhrase(String text) {
        boolean clean = !text.isBlank()
                && text.length() <= MAX_CHARS
                && text.equals(text.strip())
                && text.equals(text.toLowerCase(Locale.ROOT));
        for (int star = text.indexOf('*'); clean && star >= 0; star = text.indexOf('*', star + 1)) {
            boolean afterLetter = star > 0 && Character.isLetterOrDigit(text.charAt(star - 1));
            boolean endsWord = star == text.length() - 1 || text.charAt(star + 1) == ' ';
            clean = afterLetter && endsWord;
        }
        return clean;
    }
}
