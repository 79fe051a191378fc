// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.feed;

import io.baton.event.Channel;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import io.baton.event.ReplyCorrected;
import io.baton.event.ReviewItem;
import io.baton.policy.outcome.Ending;
import io.baton.policy.outcome.OutcomeView;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TrialRule;
import io.baton.state.AcceptedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What somebody should look at: a sample of every channel (L02, L03), what has only just been automated (L09), replies that agents flagged (L04), low ratings (L05), what was not
 * solved (L12), and what is said about conversations that nobody knows. The id is derived from conversation and reason, so one
 * that comes again is known again.
 */
public final class ReviewItems {

    private static final int LONGEST_QUERY = 200;

    private final Ruleset rules;

    public ReviewItems(Ruleset rules) {
        this.rules = rules;
    }

    public List<ReviewItem> of(Change change) {
        List<ReviewItem> items = new ArrayList<>();
        if (change.after().shell()) {
            items.add(item(change, "unattributed", List.of(), "Said about a conversation that is not known."));
            return items;
        }
        flagged(change, items);
        Ending ending = change.after().ending();
        if (ending == null) {
            return items;
        }
        Ending was = change.before() == null ? null : change.before().ending();
        if (was == null && sampled(change)) {
            String rubric = "Sample: intent accuracy, policy compliance, tone, escalation timing, 1 to 5 each.";
            items.add(item(change, "qa-sample", List.of(), rubric));
        }
        if (was == null) {
            trial(change, ending, items);
        }
        String rating = rating(change.after());
        if (rating != null && (was == null || rating(change.before()) == null)) {
            items.add(item(change, "low-rating", List.of(), rating));
        }
        if (unresolved(change.after()) && (was == null || !unresolved(change.before()))) {
            items.add(unresolved(change));
        }
        return items;
    }

    private boolean sampled(Change change) {
        boolean automated = change.after().workedBy() == Channel.AUTOMATED;
        double share = automated ? rules.qa().automatedShare() : rules.qa().humanShare();
        return Sample.holds(change.ids().getConversationId(), share);
    }

    /** What the assistant resolves while its category is on trial, week by week. */
    private void trial(Change change, Ending ending, List<ReviewItem> items) {
        TrialRule trial = rules.qa().trial();
        OptionalInt week = trial.week(change.after().category(), ending.at());
        boolean alone = ending.resolved() && change.after().workedBy() == Channel.AUTOMATED;
        if (alone && week.isPresent() && Sample.holds(change.ids().getConversationId(), trial.share())) {
            String text = "Resolved by the assistant in week " + week.getAsInt() + " of " + trial.weeks()
                    + " since this category is automated: was it right?";
            items.add(item(change, "newly-automated", List.of(), text));
        }
    }

    private static void flagged(Change change, List<ReviewItem> items) {
        for (AcceptedEvent event : change.appended()) {
            if (event.getFact() instanceof ConversationEvent told && told.getData() instanceof ReplyCorrected flag) {
                String text = "A reply was marked " + flag.getReason()
                        + (flag.getCorrectedText() == null ? "." : ", with a correction.");
                items.add(item(change, "flagged-reply", List.of(flag.getReplyId()), text));
            }
        }
    }

    /** Why it is a low rating; null where it is none. */
    private @Nullable String rating(@Nullable OutcomeView view) {
        Integer csat = view == null ? null : view.survey().csat();
        if (view == null) {
            return null;
        }
        if (csat != null && csat < rules.category(view.category()).csatFloor()) {
            return "Rated " + csat + " of 5.";
        }
        return Boolean.FALSE.equals(view.survey().worked()) ? "The customer says that it did not work." : null;
    }

    /** Left unsolved by the assistant: given up, or come back with. */
    private static boolean unresolved(@Nullable OutcomeView view) {
        Ending ending = view == null ? null : view.ending();
        return view != null
                && ending != null
                && view.workedBy() == Channel.AUTOMATED
                && ending.counts()
                && !view.stands();
    }

    private static ReviewItem unresolved(Change change) {
        for (AcceptedEvent event : change.journal().get()) {
            if (event.getFact() instanceof ConversationEvent told
                    && told.getData() instanceof CustomerMessage message) {
                String text = message.getText();
                String query = text.length() <= LONGEST_QUERY ? text : text.substring(0, LONGEST_QUERY) + "…";
                return item(change, "unresolved-query", List.of(event.getEventId()), query);
            }
        }
        return item(change, "unresolved-query", List.of(), "Ended without a solution.");
    }

    private static ReviewItem item(Change change, String reason, List<String> events, String text) {
        String id = change.ids().getConversationId() + "/" + reason
                + (reason.equals("flagged-reply") ? "/" + events.get(0) : "");
        return ReviewItem.newBuilder()
                .setReviewId(id)
                .setConversationId(change.ids().getConversationId())
                .setCustomerId(change.ids().getCustomerId())
                .setAt(Instant.ofEpochMilli(change.at()))
                .setReason(reason)
                .setChannel(change.after().shell() ? null : change.after().workedBy())
                .setCategory(change.after().category())
                .setEventIds(events)
                .setText(text)
                .build();
    }
}
