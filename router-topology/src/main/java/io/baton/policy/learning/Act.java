// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * What somebody does with a message, as far as its words and marks tell. The same list serves both sides: a customer apologises
 * as well, and a confirmation means something else after an offer than after a refusal.
 *
 * <p>The order is part of {@link Features#VERSION}: a model knows an act by its place.
 */
enum Act {
    APOLOGISED(
            "sorry, apologise, apologize, apologies, apology, regret, pardon, my mistake, inconvenience, unfortunately, afraid"),
    FAILED(
            "unable, not able, couldn't, could not, can't, cannot, can not, wasn't able, wasn't, isn't, aren't, failed, unsuccessful,"
                    + " not available, unavailable, no results, there are no, there is no, there isn't, there aren't, none, nothing,"
                    + " do not have, don't have, does not have, doesn't have, didn't, error, not possible, don't know, do not know,"
                    + " not sure, don't understand, not find, no luck, sold out, fully booked, no longer, don't see, do not see, not"),
    OFFERED(
            "would you like, would you prefer, do you want, shall i, should i, can i, may i, could i, how about, what about,"
                    + " i can, i could, would you care, let me, i suggest, i recommend, i'd recommend, i would recommend, you might,"
                    + " you can, you could, would it, do you need, does that, did you want, interested in"),
    CHECKED(
            "please confirm, is that correct, is this correct, is that right, is this right, correct, confirm, verify, to confirm,"
                    + " confirming, is that okay, is that ok, is that accurate, you would like, you want, just to, so you, right"),
    DONE(
            "booked, reserved, successful, successfully, confirmed, has been, have been, reference number, reference, your booking,"
                    + " your reservation, completed, scheduled, purchased, added, all set, done, went through, sent, updated, i have"),
    ASKED_ON(
            "anything else, something else, what else, else can i, further assistance, help you with, assist you, other questions"),
    CLOSED_OFF(
            "bye, goodbye, good bye, have a nice, have a great, have a good, have a wonderful, have a lovely, enjoy, welcome,"
                    + " take care, good day, see you, glad to help, thank you for using, my pleasure, that is all, that's all,"
                    + " that will be all, that'll be all, nothing else, that's it, that is it, all i need, all i needed, all for now"),
    FOUND(
            "found, there are, there is, there's, located, available, option, options, choices, results, possibilities, matches"),
    THANKED("thanks, thank you, thank, thx, ty, cheers, appreciate, appreciated, grateful"),
    PRAISED(
            "great, perfect, awesome, excellent, wonderful, amazing, fantastic, nice, good, lovely, cool, brilliant, love, helpful,"
                    + " happy, glad, sweet, super, best"),
    AGREED(
            "yes, yeah, yep, yup, sure, ok, okay, alright, correct, that's right, that is right, sounds good, sounds great, works,"
                    + " that works, that'll work, fine, go ahead, please do, of course, definitely, absolutely, exactly, certainly"),
    REFUSED(
            "no, nope, nah, not now, not right now, not yet, not really, no thanks, no thank you, don't, do not, never, not"
                    + " interested, i don't want, don't need, do not want, not needed, not at the moment, not today"),
    CHANGED(
            "actually, instead, change, different, another, other, else, rather, switch, prefer, modify, update, change my mind,"
                    + " others, some other, any other, something else, try again, what about, how about, alternatively, wait, hold on"),
    CORRECTED(
            "i said, i meant, i mean, i already, already told, as i said, wrong, incorrect, mistake, not what, that's not, that is"
                    + " not, again, i asked, i told, misunderstood, you said, still, no i, but i, didn't ask, not correct, not right"),
    CANCELLED(
            "cancel, cancelled, canceled, cancelling, never mind, nevermind, forget it, stop, drop it, call off, don't bother"),
    LEAVING(
            "elsewhere, someone else, somebody else, another company, competitor, competitors, other provider, another provider,"
                    + " switch to, look around, somewhere else, refund, money back, close my account, take my business, unsubscribe"),
    COMPLAINED(
            "complain, complaint, terrible, horrible, awful, worst, useless, ridiculous, unacceptable, frustrated, frustrating,"
                    + " disappointed, disappointing, annoyed, annoying, angry, upset, unhappy, bad, poor, hate, waste, fed up,"
                    + " not happy, not working, doesn't work, does not work, isn't working, broken, problem, issue, too expensive,"
                    + " too much, rude, not helpful, unhelpful, wtf, joke, pathetic, stupid, sick of, tired of, hopeless, shame"),
    PERSON(
            "human, real person, agent, representative, rep, operator, supervisor, manager, someone, somebody, speak to, talk to,"
                    + " call me, customer service, a person, live chat"),
    REQUESTED(
            "i need, i want, i'd like, i would like, looking for, can you, could you, would you, find, book, reserve, search, tell me,"
                    + " show me, give me, help me, i'm looking, i am looking, please, get me, let's, what is, what's, how much, where"),
    HEDGED(
            "maybe, perhaps, guess, hmm, um, i think, not sure, i suppose, possibly, might, depends, any, don't care, doesn't matter"),
    /** Ends with a question. Found by marks, not by words. */
    ASKED(""),
    /** Asks somewhere else than at its end. */
    ASKED_EARLIER(""),
    /** Holds a number, a price or a code. */
    NUMBERED(""),
    /** At most three words. */
    SHORT(""),
    /** More than twenty words. */
    LONG("");

    private final String phrases;

    Act(String phrases) {
        this.phrases = phrases;
    }

    /** Words and phrases that show it, lower case, separated by commas; empty where marks show it. */
    String phrases() {
        return phrases;
    }

    /** Its bit in a set of acts. */
    @SuppressWarnings("EnumOrdinal")
    int bit() {
        return 1 << ordinal();
    }
}
