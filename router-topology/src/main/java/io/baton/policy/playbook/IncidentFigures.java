// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.playbook;

import io.baton.event.IncidentReported;
import io.baton.state.ConversationState;
import io.baton.state.IncidentDelta;
import io.baton.state.IncidentTouch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a turn changes in the account of an incident (C07): what the conversation contributes after it, less what it
 * contributed before. A contribution is a function of the state, so whatever is said again or late, the sums are right.
 */
public final class IncidentFigures {

    private IncidentFigures() {}

    /** Contributions of a conversation by incident, to be taken before a turn writes on its state. */
    public static Map<String, IncidentDelta> of(ConversationState s, Incidents incidents, long at) {
        if (s.getIncidents().isEmpty()) {
            return Map.of();
        }
        Map<String, IncidentDelta> contributions = new HashMap<>();
        for (IncidentTouch touch : s.getIncidents()) {
            contributions.put(touch.getIncidentId(), contribution(s, touch, incidents, at));
        }
        return contributions;
    }

    /** What has changed, in the order of incident ids. */
    public static List<IncidentDelta> diff(Map<String, IncidentDelta> before, Map<String, IncidentDelta> after) {
        List<IncidentDelta> diff = new ArrayList<>();
        after.keySet().stream().sorted().forEach(incident -> {
            IncidentDelta now = Objects.requireNonNull(after.get(incident));
            IncidentDelta then = before.get(incident);
            IncidentDelta change = then == null ? now : minus(now, then);
            if (then == null || !same(now, then)) {
                diff.add(change);
            }
        });
        return diff;
    }

    private static IncidentDelta contribution(ConversationState s, IncidentTouch touch, Incidents incidents, long at) {
        IncidentReported incident = incidents.last(touch.getIncidentId(), at);
        Incidents.Span span = incidents.span(touch.getIncidentId(), at);
        long until = touch.getUntil() == 0 ? Long.MAX_VALUE : touch.getUntil();
        boolean escalated =
                s.getEscalations() > 0 && s.getEscalatedAt() >= touch.getFrom() && s.getEscalatedAt() <= until;
        boolean joined = escalated && s.getJoinedAt() >= s.getEscalatedAt();
        return IncidentDelta.newBuilder()
                .setIncidentId(touch.getIncidentId())
                .setKind(incident == null ? "" : incident.getKind())
                .setPlaybook(touch.getPlaybook())
                .setOpenedAt(span.openedAt())
                .setClosedAt(span.closedAt())
                .setCategory(Objects.requireNonNullElse(s.getCategory(), ""))
                .setConversations(1)
                .setHeldBack(touch.getHeldBack() ? 1 : 0)
                .setEscalated(escalated ? 1 : 0)
                .setJoined(joined ? 1 : 0)
                .setWaitMillis(joined ? s.getJoinedAt() - s.getEscalatedAt() : 0)
                .setFollowUps(touch.getUntil() == 0 ? 0 : 1)
                .setAt(Math.max(touch.getUntil() == 0 ? s.getLastAt() : touch.getUntil(), joined ? s.getJoinedAt() : 0))
                .build();
    }

    /** The category a conversation was first counted under stays, or the sums by category would not add up. */
    private static IncidentDelta minus(IncidentDelta now, IncidentDelta then) {
        return IncidentDelta.newBuilder(now)
                .setCategory(then.getCategory())
                .setConversations(now.getConversations() - then.getConversations())
                .setHeldBack(now.getHeldBack() - then.getHeldBack())
                .setEscalated(now.getEscalated() - then.getEscalated())
                .setJoined(now.getJoined() - then.getJoined())
                .setWaitMillis(now.getWaitMillis() - then.getWaitMillis())
                .setFollowUps(now.getFollowUps() - then.getFollowUps())
                .build();
    }

    private static boolean same(IncidentDelta a, IncidentDelta b) {
        return a.getConversations() == b.getConversations()
                && a.getHeldBack() == b.getHeldBack()
                && a.getEscalated() == b.getEscalated()
                && a.getJoined() == b.getJoined()
                && a.getWaitMillis() == b.getWaitMillis()
                && a.getFollowUps() == b.getFollowUps();
    }
}
