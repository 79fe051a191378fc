// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

import io.baton.policy.ruleset.PhraseRule;
import java.util.List;
import java.util.StringTokenizer;

/** Reads the word lists once and joins them with the phrases of a policy. */
public final class Lexicon {

    private Lexicon() {}

    /** All that is known of words: the lists of this room and the phrases of the policy. */
    public static CueTrie with(PhraseRule phrases) {
        CueTrie.Builder trie = new CueTrie.Builder();
        valued(trie, WordLists.VALENCES, Cue.VALENCE);
        valued(trie, WordLists.NEGATORS, Cue.NEGATOR);
        valued(trie, WordLists.DEGREES, Cue.DEGREE);
        WordLists.CUES.lines().forEach(line -> {
            int colon = line.indexOf(':');
            words(trie, line.substring(colon + 1), plain(Cue.valueOf(line.substring(0, colon))));
        });
        WordLists.FILLERS.lines().forEach(line -> words(trie, line, plain(Cue.FILLER)));
        all(trie, phrases.escalation(), Cue.ESCALATION);
        all(trie, phrases.alternatives(), Cue.ALTERNATIVES);
        all(trie, phrases.legal(), Cue.LEGAL);
        all(trie, phrases.distress(), Cue.DISTRESS);
        all(trie, phrases.humanRequest(), Cue.HUMAN);
        all(trie, phrases.urgency(), Cue.URGENCY);
        all(trie, phrases.alreadyTried(), Cue.TRIED);
        return trie.build();
    }

    private static void valued(CueTrie.Builder trie, String list, Cue cue) {
        list.lines().forEach(line -> {
            int colon = line.indexOf(':');
            int slash = line.substring(0, colon).indexOf('/');
            double value = Double.parseDouble(line.substring(0, slash < 0 ? colon : slash));
            double negated = slash < 0 ? turned(value) : Double.parseDouble(line.substring(slash + 1, colon));
            words(trie, line.substring(colon + 1), new Meaning(cue, value, negated));
        });
    }

    /** "Not good" is nearly as bad as "bad"; "not bad" is hardly good. */
    private static double turned(double value) {
        return value > 0 ? -0.7 * value : -0.3 * value;
    }

    private static void words(CueTrie.Builder trie, String list, Meaning meaning) {
        StringTokenizer phrases = new StringTokenizer(list, ",");
        while (phrases.hasMoreTokens()) {
            trie.add(phrases.nextToken(), meaning);
        }
    }

    private static void all(CueTrie.Builder trie, List<String> phrases, Cue cue) {
        phrases.forEach(phrase -> trie.add(phrase, plain(cue)));
    }

    private static Meaning plain(Cue cue) {
        return new Meaning(cue, 0, 0);
    }
}
