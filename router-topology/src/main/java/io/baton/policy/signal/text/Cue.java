// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

/** What a word or phrase can tell. */
public enum Cue {
    /** Pleasant or unpleasant; the value is its valence, -3 to 3, the second value that of its negation. */
    VALENCE,
    /** Turns round what follows; the value is how many words it reaches, the second one 1 where it denies an act. */
    NEGATOR,
    /** Strengthens or weakens what follows; the value is the factor. */
    DEGREE,
    /** "But": what follows counts more than what came before. */
    CONTRAST,
    /** The speaker does not want what follows. */
    REFUSAL,
    /** The speaker does not want what came before ("a human is not needed"). */
    DECLINED,
    /** A new thought begins; an earlier refusal no longer applies. */
    RESTART,
    ESCALATION,
    ALTERNATIVES,
    LEGAL,
    DISTRESS,
    /** A whole request for a human. */
    HUMAN,
    URGENCY,
    TRIED,
    /** A charge is disputed. */
    DISPUTE,
    /** The speaker asks how to take data out. */
    EXPORT,
    /** The speaker asks the other side to say it again. */
    RE_PROMPT,
    THANKS,
    GOODBYE,
    /** To talk with somebody. */
    CONTACT,
    /** To talk with whoever follows: as {@link #CONTACT}, and a request for a human whoever it is, but for one's own people. */
    TALK,
    /** Whose people or things follow are not asked for ("talk to my bank"). */
    OWN,
    /** Somebody who works for others than the one that is written to ("the driver"). */
    OUTSIDER,
    /** To hand over: as {@link #CONTACT}, and a request for a human where nothing follows. */
    HANDOVER,
    /** To want or to ask for something. */
    WANT,
    /** As {@link #WANT}, and it may ask for {@link #ANYONE}. */
    FETCH,
    /** A question whether somebody is there. */
    OFFER,
    /** Somebody is to do what follows. */
    MODAL,
    /** To do something about the speaker's matter. */
    ACT,
    /** To telephone the speaker. */
    CALL,
    /** To get in touch with the speaker. */
    MEET,
    /** Who was named before is needed. */
    NEEDED,
    /** Who was named before is to be there. */
    AVAILABLE,
    /** A human, told apart from a machine. */
    PERSON,
    /** Somebody in a role; may be a machine. */
    AGENT,
    /** Several in a role, or a department. */
    CREW,
    /** Somebody. */
    ANYONE,
    /** A machine that talks. */
    BOT,
    /** Not the human it looks like ("travel agent"), or no talk with one ("talk about"). */
    OTHER,
    /** The speaker does not want to deal with who follows. */
    AVERSION,
    /** What follows right after is denied. */
    DENIAL,
    /** Enough of who follows. */
    DISMISS,
    /** Who follows is spoken about or asked about, and not asked for. */
    ASIDE,
    /** May follow somebody who is asked for. */
    LINK,
    /** Carries no content of its own. */
    FILLER
}
