// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

import io.baton.policy.ruleset.PhraseRule;
import io.baton.policy.ruleset.WordGroup;
import java.util.List;

/** Joins the word lists with the phrases of a policy. */
public final class Lexicon {

    private Lexicon() {}

    /** All that is known of words: the lists that ship and the phrases of the policy. */
    public static CueTrie with(PhraseRule phrases) {
        CueTrie.Builder trie = new CueTrie.Builder();
        for (WordGroup group : phrases.words()) {
            all(trie, group.phrases(), new Meaning(Cue.valueOf(group.cue()), group.value(), group.negated()));
        }
        all(trie, phrases.escalation(), plain(Cue.ESCALATION));
        all(trie, phrases.alternatives(), plain(Cue.ALTERNATIVES));
        all(trie, phrases.legal(), plain(Cue.LEGAL));
        all(trie, phrases.distress(), plain(Cue.DISTRESS));
        all(trie, phrases.humanRequest(), plain(Cue.HUMAN));
        all(trie, phrases.urgency(), plain(Cue.URGENCY));
        all(trie, phrases.alreadyTried(), plain(Cue.TRIED));
        all(trie, phrases.export(), plain(Cue.EXPORT));
        return trie.build();
    }

    /** The part of it that says what carries no content and what asks to say it again: of replies nothing else is asked. */
    public static CueTrie ofReplies(PhraseRule phrases, CueTrie whole) {
        CueTrie.Builder trie = new CueTrie.Builder(whole);
        for (WordGroup group : phrases.words()) {
            Cue cue = Cue.valueOf(group.cue());
            if (cue == Cue.FILLER || cue == Cue.RE_PROMPT) {
                all(trie, group.phrases(), new Meaning(cue, group.value(), group.negated()));
            }
        }
        return trie.build();
    }

    private static void all(CueTrie.Builder trie, List<String> phrases, Meaning meaning) {
        phrases.forEach(phrase -> trie.add(phrase, meaning));
    }

    private static Meaning plain(Cue cue) {
        return new Meaning(cue, 0, 0);
    }
}
