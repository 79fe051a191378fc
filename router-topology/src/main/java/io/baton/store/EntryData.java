// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.event.AgentJoined;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationResolved;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.event.HumanRequested;
import io.baton.event.Resolver;

/**
 * The data of the kinds of events that conversations are made of, in the order of their schemas: that order is the layout.
 * The numbers of the kinds are stored and may not change.
 */
final class EntryData {

    static final int UNKNOWN = 0;

    private EntryData() {}

    /** Number of the kind, from 1; {@link #UNKNOWN} for one that has no compact layout. */
    static int kind(Object data) {
        if (data instanceof CustomerMessage) {
            return 1;
        } else if (data instanceof AssistantReply) {
            return 2;
        } else if (data instanceof AgentMessage) {
            return 3;
        } else if (data instanceof ConversationStarted) {
            return 4;
        } else if (data instanceof ConversationResolved) {
            return 5;
        } else if (data instanceof ConversationClosed) {
            return 6;
        } else if (data instanceof HumanRequested) {
            return 7;
        }
        return data instanceof AgentJoined ? 8 : UNKNOWN;
    }

    static void write(FieldsOut out, Object data) {
        if (data instanceof CustomerMessage m) {
            out.text(m.getText()).number(m.getSentiment()).text(m.getIntent());
            out.number(m.getIntentConfidence()).text(m.getCategory()).text(m.getPage());
            out.number(m.getAmount()).text(m.getCurrency()).truth(m.getDisputed());
        } else if (data instanceof AssistantReply r) {
            out.text(r.getText()).number(r.getConfidence()).text(r.getIntent());
            out.text(r.getCategory()).text(r.getAction()).truth(r.getClarification());
            out.truth(r.getDraft()).text(r.getVariant()).texts(r.getArticles()).text(r.getModel());
        } else if (data instanceof AgentMessage m) {
            out.text(m.getAgentId()).text(m.getText()).text(m.getBasedOnDraft()).truth(m.getEdited());
        } else if (data instanceof ConversationStarted s) {
            out.text(s.getChannel()).text(s.getCategory()).text(s.getLanguage());
            out.text(s.getPage()).truth(s.getAutomationConsent());
        } else if (data instanceof ConversationResolved r) {
            out.truth(r.getBy() == Resolver.AGENT).text(r.getAgentId());
            out.text(r.getResolution()).text(r.getCategory());
        } else if (data instanceof ConversationClosed c) {
            out.text(c.getReason());
        } else if (data instanceof HumanRequested h) {
            out.text(h.getVia());
        } else if (data instanceof AgentJoined j) {
            out.text(j.getAgentId()).text(j.getQueue());
        }
    }

    /** Throws {@link IllegalArgumentException} for a kind that no release has written. */
    static Object read(int kind, FieldsIn in) {
        return switch (kind) {
            case 1 -> message(in);
            case 2 -> reply(in);
            case 3 -> new AgentMessage(in.word(), in.text(), in.text(), in.truth());
            case 4 -> new ConversationStarted(in.word(), in.word(), in.word(), in.word(), in.truth());
            case 5 -> new ConversationResolved(resolver(in), in.word(), in.word(), in.word());
            case 6 -> new ConversationClosed(in.word());
            case 7 -> new HumanRequested(in.word());
            case 8 -> new AgentJoined(in.word(), in.word());
            default -> throw Scan.damaged();
        };
    }

    private static CustomerMessage message(FieldsIn in) {
        return new CustomerMessage(
                in.text(),
                in.number(),
                in.word(),
                in.number(),
                in.word(),
                in.word(),
                in.number(),
                in.word(),
                in.truth());
    }

    private static AssistantReply reply(FieldsIn in) {
        return new AssistantReply(
                in.text(),
                in.number(),
                in.word(),
                in.word(),
                in.word(),
                in.truth(),
                in.truth(),
                in.word(),
                in.words(),
                in.word());
    }

    private static Resolver resolver(FieldsIn in) {
        return Boolean.TRUE.equals(in.truth()) ? Resolver.AGENT : Resolver.ASSISTANT;
    }
}
