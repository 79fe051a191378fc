// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationEvent;
import io.baton.event.ConversationResolved;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.policy.ruleset.CalendarRule;
import io.baton.state.AcceptedEvent;
import io.baton.state.EscalationIssued;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Course} from a journal in event order. */
final class CourseReader {

    private static final int TEN_THOUSAND = 10_000;

    private final HolderClock clock;
    private final AfterwardsReader afterwards = new AfterwardsReader();
    private final long end;
    private long waitingSince = -1;
    private long first = -1;
    private long sum;
    private int answers;
    private @Nullable Confidences confidences;
    private @Nullable String category;
    private @Nullable String variant;
    private int replies;
    private int triedBefore = -1;
    private int drafts;
    private int kept;
    private int changed;
    private int agentMessages;
    private final Beginning beginning = new Beginning();
    private final PassedOn passedOn = new PassedOn();

    private CourseReader(HolderClock clock, long end) {
        this.clock = clock;
        this.end = end;
    }

    /**
     * @param startedAt when the conversation began, epoch milliseconds
     * @param end when it ended; 0 = it is open, and then only what came afterwards counts
     * @param calendar opening hours; null = always open
     */
    static Course read(List<AcceptedEvent> journal, long startedAt, long end, @Nullable CalendarRule calendar) {
        if (end == 0) {
            return ofOpen(journal);
        }
        CourseReader reader = new CourseReader(new HolderClock(startedAt, calendar), end);
        journal.forEach(reader::take);
        return reader.course();
    }

    private static Course ofOpen(List<AcceptedEvent> journal) {
        AfterwardsReader afterwards = new AfterwardsReader();
        journal.forEach(afterwards::take);
        return Course.of(afterwards);
    }

    private void take(AcceptedEvent event) {
        afterwards.take(event);
        if (event.getAt() > end) {
            return;
        }
        Object data = event.getFact() instanceof ConversationEvent told ? told.getData() : event.getFact();
        clock.take(data, event.getAt());
        beginning.take(data);
        passedOn.take(event, data);
        if (data instanceof ConversationStarted started) {
            category(started.getCategory());
        } else if (data instanceof CustomerMessage message) {
            category(message.getCategory());
            waitingSince = waitingSince < 0 ? event.getAt() : waitingSince;
        } else if (data instanceof AssistantReply reply) {
            reply(reply, event.getAt());
        } else if (data instanceof AgentMessage message) {
            agentWrote(message);
            answered(event.getAt());
        } else if (data instanceof EscalationIssued) {
            triedBefore = triedBefore < 0 ? replies : triedBefore;
        } else if (data instanceof ConversationResolved resolved) {
            category(resolved.getCategory());
        }
    }

    private void agentWrote(AgentMessage message) {
        agentMessages++;
        if (message.getBasedOnDraft() != null) {
            drafts++;
            kept += Boolean.FALSE.equals(message.getEdited()) ? 1 : 0;
            changed += Boolean.TRUE.equals(message.getEdited()) ? 1 : 0;
        }
    }

    private void reply(AssistantReply reply, long at) {
        replies++;
        category(reply.getCategory());
        variant = reply.getVariant() == null ? variant : reply.getVariant();
        boolean draft = Boolean.TRUE.equals(reply.getDraft());
        Double reported = reply.getConfidence();
        if (reported != null) {
            Confidences all = confidences == null ? new Confidences() : confidences;
            all.add((int) Math.round(reported * TEN_THOUSAND), draft);
            confidences = all;
        }
        if (!draft) {
            answered(at);
        }
    }

    private void answered(long at) {
        if (waitingSince >= 0) {
            sum += at - waitingSince;
            first = answers == 0 ? at - waitingSince : first;
            answers++;
            waitingSince = -1;
        }
    }

    private void category(@Nullable String named) {
        category = category == null ? named : category;
    }

    private Course course() {
        return new Course(
                clock.until(end),
                new Course.Answers(first, sum, answers),
                confidences == null ? Course.Confidence.NONE : confidences.all(),
                category,
                variant,
                triedBefore,
                drafts,
                kept,
                changed,
                agentMessages,
                afterwards.corrections(),
                afterwards.qa(),
                afterwards.escalations(),
                afterwards.moves(),
                afterwards.resolutions(),
                beginning.unknown(),
                passedOn.gaps());
    }
}
