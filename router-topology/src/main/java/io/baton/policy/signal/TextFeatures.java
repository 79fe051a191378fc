// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

/**
 * What a text tells, as numbers; the text itself goes no further.
 *
 * @param valence how pleasant it sounds, -1 to 1; 0 where nothing was recognised
 * @param words how many words it has
 * @param emphasis exclamation marks and capitals, 0 to 1
 * @param escalation escalation keywords, a count
 * @param alternatives mentions of leaving or of competitors, a count
 * @param legal legal, contract and compliance phrases, a count
 * @param distress signs of emotional distress, 0 to 1: 0.6 for one, nearer to 1 with each further one
 * @param humanRequest whether it asks for a human
 * @param urgency signs of urgency, 0 to 1: 0.6 for one, nearer to 1 with each further one
 * @param alreadyTried whether the writer says that something was tried before
 * @param disputed whether it disputes a charge
 * @param export whether it is about taking data out
 * @param rePrompt whether it asks the other side to say it again or differently
 * @param question whether it asks something
 * @param thanks whether it thanks
 * @param goodbye whether it says goodbye
 * @param courtesy whether it does nothing but thank, praise or say goodbye
 * @param sketch similarity sketch of the wording, see {@link io.baton.policy.signal.text.Sketch}; 0 = too short
 */
public record TextFeatures(
        double valence,
        int words,
        double emphasis,
        int escalation,
        int alternatives,
        int legal,
        double distress,
        boolean humanRequest,
        double urgency,
        boolean alreadyTried,
        boolean disputed,
        boolean export,
        boolean rePrompt,
        boolean question,
        boolean thanks,
        boolean goodbye,
        boolean courtesy,
        long sketch) {

    /** No text at all. */
    public static final TextFeatures NONE =
            new TextFeatures(0, 0, 0, 0, 0, 0, 0, false, 0, false, false, false, false, false, false, false, false, 0);
}
