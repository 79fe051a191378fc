// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

/**
 * What work costs, in the default currency (M15). Shares of set-up, training and platform fees belong into the rates a
 * conversation; what a human contact costs besides is said by each category.
 *
 * @param assistantConversation a conversation in which the assistant took part, its share of fixed costs included
 * @param assistantReply one reply of the assistant
 * @param humanConversation a conversation in which a human took part, its share of fixed costs included
 * @param humanMinute one minute in which a human holds a conversation
 */
public record CostRule(
        double assistantConversation, double assistantReply, double humanConversation, double humanMinute) {

    /** No rates. */
    public static final CostRule NOTHING = new CostRule(0, 0, 0, 0);
}
