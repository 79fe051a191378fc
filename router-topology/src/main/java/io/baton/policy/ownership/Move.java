// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

/** What an event does to the holder of a conversation; which event does what when is in {@link Transitions}. */
enum Move {
    /** Its facts and counts are kept, the holder stays. */
    NOTE,
    /** The evidence is weighed: the assistant keeps it, gets a check, or a human must take over. */
    WEIGH,
    /** A human holds it from now on. */
    TAKE,
    /** Back to automation: a new episode without old evidence. */
    RENEW,
    /** The customer goes on after the end: a new episode, and the event is weighed in it. */
    GO_ON,
    /** The same, unless the message is no more than thanks or a goodbye. */
    GO_ON_UNLESS_FAREWELL,
    RESOLVE,
    CLOSE,
    /** An escalation that has left the router stands, whatever is known now. */
    STAND_BY,
    /** The packet of an escalation has left again: the queue and step it names are where it stands. */
    FOLLOW,
    /** It came after closing: counted, and nothing else. */
    KEEP_OUT
}
