// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

/** What has changed, for whoever wants to show it at once. */
public sealed interface Change {

    /** An escalation is new, has moved on or is gone from the board. */
    record Escalation(String conversationId) implements Change {}

    /** A conversation without an escalation was decided on or has ended. */
    record Conversation(String conversationId) implements Change {}

    /** Figures of a channel have moved. */
    record Figures(String channel) implements Change {}

    /** An alert was raised, updated or cleared. */
    record Alerts() implements Change {}

    /** Something was published or proposed about the policy. */
    record Policy() implements Change {}
}
