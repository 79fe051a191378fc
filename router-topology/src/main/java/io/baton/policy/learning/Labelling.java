// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import io.baton.policy.signal.TextScorer;
import io.baton.state.AcceptedEvent;
import io.baton.state.TextLabel;
import io.baton.state.TextLabelKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is learned about a conversation afterwards into a label: the moment it is about, read again by the model as it was
 * shipped, as numbers. Immutable; safe to share.
 */
public final class Labelling {

    private final KnownModel base;
    private final Listener listener;

    /** @param lexicon the shipped word lists, see {@link Observer} */
    public Labelling(KnownModel base, TextScorer lexicon) {
        this.base = base;
        this.listener = new Listener(lexicon);
    }

    /** Whether a label may follow from an event; asked of every event. */
    public static boolean concerns(AcceptedEvent event) {
        return Hindsight.speaks(event);
    }

    /**
     * The label that follows from an event; null where none does.
     *
     * @param journal the conversation in order
     */
    public @Nullable TextLabel label(List<AcceptedEvent> journal, AcceptedEvent event) {
        Hindsight hindsight = Hindsight.of(journal, event, base.model().classes().length);
        if (hindsight == null) {
            return null;
        }
        Scorer scorer = new Scorer(base.model(), new Observer(listener));
        Course course = base.model().begin();
        for (AcceptedEvent one : journal) {
            Object data = one.getFact() instanceof ConversationEvent told ? told.getData() : one.getFact();
            if (data instanceof CustomerMessage message) {
                Scorer.Heard heard = scorer.hear(course, message.getText());
                if (one.getEventId().equals(hindsight.about())) {
                    return label(event, hindsight, heard);
                }
            } else if (data instanceof AssistantReply reply) {
                scorer.replied(course, reply.getText());
            } else if (data instanceof AgentMessage message) {
                scorer.replied(course, message.getText());
            }
        }
        return null;
    }

    private TextLabel label(AcceptedEvent event, Hindsight hindsight, Scorer.Heard heard) {
        List<Float> scores = new ArrayList<>();
        for (double score : heard.scores()) {
            scores.add((float) score);
        }
        List<Integer> columns = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        float[] dense = heard.features().dense();
        for (int column = 0; column < dense.length; column++) {
            if (dense[column] != 0) {
                columns.add(column);
                values.add(dense[column]);
            }
        }
        return TextLabel.newBuilder()
                .setKind(TextLabelKind.LABEL)
                .setCustomerId(event.getCustomerId())
                .setConversationId(event.getConversationId())
                .setLabelId(event.getSource() + "/" + event.getEventId())
                .setAt(event.getAt())
                .setSource(hindsight.source())
                .setBase(base.hash())
                .setTarget(hindsight.target())
                .setScores(scores)
                .setColumns(columns)
                .setValues(values)
                .build();
    }

    /** That nothing may be kept of a customer any more. */
    public static TextLabel forget(String customerId, long at) {
        return TextLabel.newBuilder()
                .setKind(TextLabelKind.FORGET)
                .setCustomerId(customerId)
                .setAt(at)
                .build();
    }

    /** That the time of a replay has come to its end in one partition. */
    public static TextLabel tick(long at) {
        return TextLabel.newBuilder()
                .setKind(TextLabelKind.TICK)
                .setCustomerId("")
                .setAt(at)
                .build();
    }
}
