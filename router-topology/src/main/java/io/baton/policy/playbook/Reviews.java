// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.playbook;

import io.baton.event.IncidentReview;
import io.baton.state.IncidentDelta;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The account of an incident, added up from what conversations contribute to it (C07). */
public final class Reviews {

    private Reviews() {}

    /** The next revision; in whatever order the contributions come, the last one is the same. */
    public static IncidentReview add(@Nullable IncidentReview before, IncidentDelta delta) {
        Map<String, Integer> categories = new TreeMap<>(before == null ? Map.of() : before.getByCategory());
        if (delta.getConversations() != 0) {
            categories.merge(delta.getCategory(), delta.getConversations(), Integer::sum);
        }
        long openedAt = before == null
                ? delta.getOpenedAt()
                : Math.min(before.getOpenedAt().toEpochMilli(), delta.getOpenedAt());
        long closedAt = Math.max(closedAt(before), delta.getClosedAt());
        int joined = (before == null ? 0 : before.getJoined()) + delta.getJoined();
        double waited = (before == null ? 0 : before.getWaitedSeconds()) + delta.getWaitMillis() / 1000.0;
        IncidentReview.Builder review = IncidentReview.newBuilder()
                .setIncidentId(delta.getIncidentId())
                .setRevision(before == null ? 1 : before.getRevision() + 1)
                .setKind(delta.getKind())
                .setPlaybook(delta.getPlaybook())
                .setOpenedAt(Instant.ofEpochMilli(openedAt))
                .setClosedAt(closedAt == 0 ? null : Instant.ofEpochMilli(closedAt))
                .setUpdatedAt(Instant.ofEpochMilli(
                        Math.max(before == null ? 0 : before.getUpdatedAt().toEpochMilli(), delta.getAt())))
                .setConversations((before == null ? 0 : before.getConversations()) + delta.getConversations())
                .setHeldBack((before == null ? 0 : before.getHeldBack()) + delta.getHeldBack())
                .setEscalated((before == null ? 0 : before.getEscalated()) + delta.getEscalated())
                .setJoined(joined)
                .setWaitedSeconds(waited)
                .setMeanWaitSeconds(joined == 0 ? null : waited / joined)
                .setFollowUps((before == null ? 0 : before.getFollowUps()) + delta.getFollowUps())
                .setByCategory(categories);
        return review.setText(text(review)).build();
    }

    private static long closedAt(@Nullable IncidentReview before) {
        return before == null || before.getClosedAt() == null
                ? 0
                : before.getClosedAt().toEpochMilli();
    }

    private static String text(IncidentReview.Builder review) {
        String wait = review.getMeanWaitSeconds() == null
                ? "no human has served one yet"
                : String.format(Locale.ROOT, "mean wait for a human %.0f s", review.getMeanWaitSeconds());
        return String.format(
                Locale.ROOT,
                "Conversations touched %d, assistant held back in %d, handed over %d, %s, customers to be told %d.",
                review.getConversations(),
                review.getHeldBack(),
                review.getEscalated(),
                wait,
                review.getFollowUps());
    }
}
