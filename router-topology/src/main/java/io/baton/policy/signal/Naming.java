// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

/**
 * A human who is named and nothing else: the whole of a short message ("agent please"), or a clause that stands alone at
 * the beginning, in an excited message, beside "please", or after talk of a machine ("not your bot, a person"). A role in a later
 * clause alone is not enough, it may be the end of a signature; a human told apart from a machine is.
 */
final class Naming {

    private final boolean excited;
    private int end = Refusal.NEVER;
    private int named;
    private boolean thanked;
    private boolean machine;
    private boolean polite;
    private boolean first = true;
    private boolean alone = true;
    private boolean heard;
    private boolean told;
    private int crewEnd = Refusal.NEVER;
    private boolean crew;

    /** @param excited whether the text has exclamation marks */
    Naming(boolean excited) {
        this.excited = excited;
    }

    /** "Thanks, agent" names somebody and asks for nobody; "agent, thanks" asks. */
    void thank() {
        thanked |= !heard;
    }

    void machine() {
        machine = true;
    }

    /**
     * Somebody is named in the words up to {@code last}.
     *
     * @param human whether it is a human told apart from a machine: nobody signs with that
     */
    void name(int last, boolean human) {
        end = last;
        heard = true;
        told |= human;
    }

    /** Several, or a department, are named in the words up to {@code last}: only "reception please" asks for them. */
    void crew(int last) {
        crewEnd = last;
        crew = true;
    }

    /** @param courteous whether the word is one such as "please" or "now" */
    void word(int word, boolean filler, boolean courteous) {
        if (word <= end) {
            named += filler || thanked ? 0 : 1;
        } else if (word > crewEnd) {
            polite |= courteous;
            alone &= courteous;
        }
    }

    /** Ends a clause; says whether it was a request. */
    boolean clause() {
        boolean somebody = heard && (first || polite || excited || machine || told);
        boolean asked = alone && !thanked && (somebody || (crew && polite));
        first = false;
        heard = false;
        told = false;
        alone = true;
        polite = false;
        crew = false;
        return asked;
    }

    void decline() {
        named = 0;
        heard = false;
    }

    /** @param substance words of substance in a short message, a large number for a longer one */
    boolean nothingElse(int substance) {
        return named > 0 && substance <= named;
    }
}
