// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import io.baton.event.Alert;
import io.baton.event.PolicyProposal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alerts with their history, and what was proposed for the policy; the latest of each. */
public final class Notices {

    private static final int MOST = 500;

    private final Map<String, Alert> alerts = bounded();
    private final Map<String, PolicyProposal> proposals = bounded();
    private final Deque<Alert> history = new ArrayDeque<>();

    /**
     * What there is.
     *
     * @param alerts the last word on each alert, oldest first
     * @param history every word on any alert, latest first
     */
    public record Seen(List<Alert> alerts, List<Alert> history, List<PolicyProposal> proposals) {}

    void take(Alert alert) {
        alerts.put(alert.getAlertId(), alert);
        history.addFirst(alert);
        if (history.size() > MOST) {
            history.removeLast();
        }
    }

    void take(PolicyProposal proposal) {
        proposals.put(proposal.getProposalId(), proposal);
    }

    Seen seen() {
        return new Seen(List.copyOf(alerts.values()), new ArrayList<>(history), List.copyOf(proposals.values()));
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
