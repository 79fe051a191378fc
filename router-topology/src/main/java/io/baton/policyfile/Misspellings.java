// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import java.util.LinkedHashSet;
import java.util.Set;

/** How a long word is usually mistyped: one slip, not in its first letter. */
final class Misspellings {

    /** Letters below which one slip too often makes another word. */
    static final int SHORTEST = 6;

    private static final String VOWELS = "aeiou";

    private Misspellings() {}

    /** A letter left out, doubled, swapped with the next or, if a vowel, replaced by another; without the word itself. */
    static Set<String> of(String word) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 1; i < word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i + 1);
            char letter = word.charAt(i);
            // Without its last letter a word may be another one: "manage", "supervise".
            if (i < word.length() - 1) {
                found.add(before + after);
                found.add(before + after.charAt(0) + letter + after.substring(1));
            }
            found.add(before + letter + letter + after);
            if (VOWELS.indexOf(letter) >= 0) {
                VOWELS.chars().forEach(vowel -> found.add(before + (char) vowel + after));
            }
        }
        found.remove(word);
        return found;
    }
}
