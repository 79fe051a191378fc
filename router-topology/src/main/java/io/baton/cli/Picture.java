// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.names.Topics;

/** The seven chapters as a picture of text; the README has the same one. */
final class Picture {

    private static final String TEXT = """
              PREFIXconversation.events   PREFIXcustomer.profiles   PREFIXproduct.signals
                        |                          |                         |
                        +--------------------------+-------------------------+
                                                   v
              1 Intake       decode, validate, clamp the clock, mask personal data,      --> PREFIXdead-letters
                             put a misplaced customer into the right partition once
                                                   v
              2 Journey      who the customer is: profile, contacts, product signals,    <-- PREFIXincident.reports
                             open incidents; segment and routing tier
                                                   v
              3 Evidence     what speaks for a human: each signal with value,            <-- PREFIXpolicy.rulesets
                             threshold and weight, for this episode only
                                                   v
              4 Ownership    who holds the conversation: one state machine, one          --> PREFIXconversation.decisions
                             escalation an episode, and the assistant told to be silent  --> PREFIXassistant.commands
                                                   v
              5 Hand-over    the packet: mood, goal, attempts, reasons, transcript,
                             customer, history, suggested step
                                                   v
              6 Queue        which queue and what priority                               --> PREFIXescalations.<queue>
                                                   v
              7 Outcome      who solved it, first provisionally then durably; figures    --> PREFIXconversation.outcomes
                             of automated, assisted and human work apart                 --> PREFIXmetrics.<channel>
            """;

    private Picture() {}

    static String of(Topics topics) {
        return TEXT.replace("PREFIX", topics.prefix());
    }
}
