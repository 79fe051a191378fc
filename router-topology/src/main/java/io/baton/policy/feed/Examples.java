// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.feed;

import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.Channel;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import io.baton.event.ReplyCorrected;
import io.baton.event.Speaker;
import io.baton.event.TrainingExample;
import io.baton.event.TranscriptTurn;
import io.baton.policy.outcome.Course;
import io.baton.policy.outcome.OutcomeView;
import io.baton.state.AcceptedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Labelled conversations to train with (L05–L07): solved, failed, should have escalated. One whose label changes is sent again under its
 * old label as outdated, and under the new one.
 */
public final class Examples {

    private static final int LIKED = 4;
    private static final int DISLIKED = 2;
    private static final int MOST_TURNS = 400;
    private static final int LONGEST = 2_000;

    private Examples() {}

    public static List<TrainingExample> of(Change change) {
        String was = change.before() == null ? null : label(change.before());
        String is = label(change.after());
        List<TrainingExample> examples = new ArrayList<>();
        if (was != null && !was.equals(is)) {
            examples.add(example(change, was, true));
        }
        if (is != null && !is.equals(was)) {
            examples.add(example(change, is, false));
        }
        return examples;
    }

    /** Null where too little is known to learn from it, or the assistant had no part in it. */
    private static @Nullable String label(OutcomeView view) {
        OutcomeView.Later later = view.later();
        if (later == null || view.ending() == null || view.turns().assistant() == 0) {
            return null;
        }
        Course course = later.course();
        boolean late = course.escalations().stream().anyMatch(one -> "too-late".equals(one.verdict()));
        if (late || Boolean.TRUE.equals(course.qa().shouldHaveEscalated())) {
            return "should-have-escalated";
        }
        Integer csat = view.survey().csat();
        Boolean worked = view.survey().worked();
        boolean bad = Boolean.FALSE.equals(worked) || (csat != null && csat <= DISLIKED);
        boolean comeBack = view.back().returned() && view.workedBy() == Channel.AUTOMATED;
        if (bad || comeBack || !course.corrections().isEmpty()) {
            return "failed";
        }
        boolean good = Boolean.TRUE.equals(worked) || (csat != null && csat >= LIKED);
        return good && view.stands() && view.ending().durable() ? "solved" : null;
    }

    private static TrainingExample example(Change change, String label, boolean outdated) {
        List<TranscriptTurn> turns = new ArrayList<>();
        String corrected = null;
        for (AcceptedEvent event : change.journal().get()) {
            Object data = event.getFact() instanceof ConversationEvent told ? told.getData() : event.getFact();
            if (data instanceof ReplyCorrected correction && correction.getCorrectedText() != null) {
                corrected = correction.getCorrectedText();
            } else if (turns.size() < MOST_TURNS) {
                add(turns, event, data);
            }
        }
        return TrainingExample.newBuilder()
                .setExampleId(change.ids().getConversationId() + "/" + label + (outdated ? "/outdated" : ""))
                .setConversationId(change.ids().getConversationId())
                .setCustomerId(change.ids().getCustomerId())
                .setAt(Instant.ofEpochMilli(change.at()))
                .setLabel(label)
                .setCategory(change.after().category())
                .setLanguage(change.ids().getLanguage())
                .setTranscript(turns)
                .setCorrectedText(corrected)
                .setOutdated(outdated)
                .build();
    }

    private static void add(List<TranscriptTurn> turns, AcceptedEvent event, Object data) {
        if (data instanceof CustomerMessage message) {
            turns.add(turn(turns, event, Speaker.CUSTOMER, message.getText(), false));
        } else if (data instanceof AssistantReply reply) {
            boolean draft = Boolean.TRUE.equals(reply.getDraft());
            turns.add(turn(turns, event, Speaker.ASSISTANT, reply.getText(), draft));
        } else if (data instanceof AgentMessage message) {
            turns.add(turn(turns, event, Speaker.AGENT, message.getText(), false));
        }
    }

    private static TranscriptTurn turn(
            List<TranscriptTurn> before, AcceptedEvent event, Speaker speaker, String text, boolean draft) {
        return TranscriptTurn.newBuilder()
                .setTurn(before.size() + 1)
                .setAt(Instant.ofEpochMilli(event.getAt()))
                .setSpeaker(speaker)
                .setText(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…")
                .setEventId(event.getEventId())
                .setDraft(draft)
                .build();
    }
}
