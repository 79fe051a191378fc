// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.playbook;

import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import io.baton.policy.ruleset.PlaybookRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.ConversationState;
import io.baton.state.IncidentTouch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents touch a conversation at a moment, and what may be said about them (C01, C02, C04).
 *
 * <p>An incident starts the playbook of its kind once enough users are hit; of several, the one with the highest share. It
 * touches the categories that it names and those that the playbook holds back; one that names none touches all. Every
 * incident that touches a conversation applies; where two say different things the stricter wins: the higher priority, the
 * shorter target, and the queue of that playbook.
 */
public final class Playbooks {

    private final Ruleset rules;
    private final Incidents incidents;

    public Playbooks(Ruleset rules, Incidents incidents) {
        this.rules = rules;
        this.incidents = incidents;
    }

    public Incidents incidents() {
        return incidents;
    }

    /** What touches a conversation from a moment on, in the order of incident ids. */
    public List<IncidentTouch> touching(ConversationState s, long at) {
        if (incidents.isEmpty()) {
            return List.of();
        }
        List<IncidentTouch> touching = new ArrayList<>();
        for (IncidentReported incident : incidents.open(at)) {
            PlaybookRule playbook = of(incident);
            if (playbook != null && touches(incident, playbook, s.getCategory())) {
                touching.add(new IncidentTouch(
                        incident.getIncidentId(), playbook.id(), stage(incident, playbook), at, 0L, false));
            }
        }
        return touching;
    }

    /** What the assistant gives as the state of things: the text of each stage, and what the incident says may be said. */
    public String text(List<IncidentTouch> touches, long at) {
        Set<String> texts = new LinkedHashSet<>();
        for (IncidentTouch touch : touches) {
            PlaybookRule playbook = rules.playbooks().get(touch.getPlaybook());
            IncidentReported incident = incidents.last(touch.getIncidentId(), at);
            if (playbook != null) {
                texts.add(Objects.requireNonNullElse(playbook.templates().get(touch.getStage()), ""));
            }
            if (incident != null && incident.getStatusText() != null) {
                texts.add(incident.getStatusText().strip());
            }
        }
        texts.remove("");
        return String.join(" ", texts);
    }

    /** What may be said once these are over. */
    public String farewell(List<IncidentTouch> ended, long at) {
        List<IncidentTouch> resolved = ended.stream()
                .map(touch -> IncidentTouch.newBuilder(touch)
                        .setStage(PlaybookRule.RESOLVED)
                        .build())
                .toList();
        return text(resolved, at);
    }

    /** What goes on, in a sentence that names every incident. */
    public String sentence(List<IncidentTouch> touches, long at) {
        boolean all = touches.stream()
                .map(touch -> incidents.last(touch.getIncidentId(), at))
                .anyMatch(
                        incident -> incident != null && incident.getCategories().isEmpty());
        return (touches.size() == 1 ? "While the incident " : "While the incidents ")
                + touches.stream().map(this::named).collect(Collectors.joining(" and "))
                + (touches.size() == 1 ? " lasts" : " last")
                + ", the assistant gives the status and tries to solve nothing."
                + (all ? " An incident that names no category counts for all of them." : "");
    }

    private String named(IncidentTouch touch) {
        return touch.getIncidentId() + " (playbook " + touch.getPlaybook() + ", stage " + touch.getStage() + ")";
    }

    private @Nullable PlaybookRule of(IncidentReported incident) {
        PlaybookRule strictest = null;
        for (PlaybookRule playbook : rules.playbooks().values()) {
            boolean starts = playbook.kind().equals(incident.getKind())
                    && (incident.getShare() == null || incident.getShare() >= playbook.minShare());
            if (starts && (strictest == null || playbook.minShare() > strictest.minShare())) {
                strictest = playbook;
            }
        }
        return strictest;
    }

    private boolean touches(IncidentReported incident, PlaybookRule playbook, @Nullable String category) {
        String issue = Objects.requireNonNullElse(category, rules.defaultCategory());
        return incident.getCategories().isEmpty()
                || incident.getCategories().contains(issue)
                || playbook.holdBack().contains(issue);
    }

    /** A stage that the playbook has no text for gets that of the first: better too careful than silent. */
    private static String stage(IncidentReported incident, PlaybookRule playbook) {
        for (String stage : new String[] {incident.getTemplate(), incident.getStage()}) {
            if (stage != null && playbook.templates().containsKey(stage)) {
                return stage;
            }
        }
        return playbook.templates().keySet().iterator().next();
    }

    /** Whether an incident that once touched a conversation is over at a moment. */
    public boolean over(IncidentTouch touch, long at) {
        IncidentReported last = incidents.last(touch.getIncidentId(), at);
        return last == null || last.getPhase() == IncidentPhase.CLOSED;
    }
}
