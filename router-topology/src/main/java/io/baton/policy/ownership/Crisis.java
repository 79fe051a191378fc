// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.Command;
import io.baton.policy.playbook.Playbooks;
import io.baton.state.ConversationState;
import io.baton.state.IncidentTouch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which incidents touch a conversation (C02, C05, C06): from the moment that an incident is opened, or the conversation
 * comes to be about what it explains, until it is closed. What an incident has touched stays noted, for those who follow up.
 */
final class Crisis {

    /** More at once are no longer told apart by anybody; the oldest that are over are forgotten first. */
    private static final int MOST = 8;

    private final Playbooks playbooks;

    Crisis(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    /** Looks at the incidents of a moment. A conversation that has ended is touched by none that is new. */
    void look(ConversationState s, long at) {
        if (!changes(s, at)) {
            return;
        }
        List<IncidentTouch> now = new ArrayList<>(Tiering.ended(s) ? stillOpen(s, at) : playbooks.touching(s, at));
        List<IncidentTouch> after = new ArrayList<>();
        for (IncidentTouch touch : s.getIncidents()) {
            Optional<IncidentTouch> same = named(now, touch);
            same.ifPresent(now::remove);
            if (touch.getUntil() == 0) {
                after.add(same.isPresent() ? staged(touch, same.get()) : ended(touch, at));
            } else {
                after.add(same.isPresent() ? again(touch, same.get()) : touch);
            }
        }
        after.addAll(now);
        while (after.size() > MOST && after.stream().anyMatch(touch -> touch.getUntil() != 0)) {
            after.remove(after.stream()
                    .filter(touch -> touch.getUntil() != 0)
                    .findFirst()
                    .orElseThrow());
        }
        s.setIncidents(after);
    }

    /** When {@link #look} changes something next: at once where it is overdue; {@link Timers#NEVER} if not foreseen. */
    long due(ConversationState s) {
        if (playbooks.incidents().isEmpty()) {
            return Timers.NEVER;
        }
        long at = s.getLastAt();
        while (at != Timers.NEVER && !changes(s, at)) {
            at = playbooks.incidents().next(at);
        }
        return at;
    }

    /** Notes that the assistant is held back, where it is. */
    void hold(ConversationState s) {
        if (lasting(s).isEmpty() || Standing.of(s).mode() != Command.STATUS_MODE) {
            return;
        }
        List<IncidentTouch> held = new ArrayList<>();
        for (IncidentTouch touch : s.getIncidents()) {
            held.add(
                    touch.getUntil() != 0 || touch.getHeldBack()
                            ? touch
                            : IncidentTouch.newBuilder(touch).setHeldBack(true).build());
        }
        s.setIncidents(held);
    }

    /** What the assistant must say with a command that an incident has led to; null = nothing. */
    @Nullable
    String text(ConversationState s, Standing before, @Nullable Command command, long at) {
        String text = "";
        if (command == Command.STATUS_MODE) {
            text = playbooks.text(lasting(s), at);
        } else if (command != null && !before.status().isEmpty()) {
            text = playbooks.farewell(
                    s.getIncidents().stream()
                            .filter(t -> t.getUntil() == at && playbooks.over(t, at))
                            .toList(),
                    at);
        }
        return text.isEmpty() ? null : text;
    }

    /** What goes on, in a sentence; empty where nothing has changed for the assistant. */
    String news(ConversationState s, Standing before, long at) {
        List<IncidentTouch> lasting = lasting(s);
        String status = Standing.status(s);
        if (status.equals(before.status())) {
            return "";
        }
        return lasting.isEmpty() ? "No incident touches the conversation any more." : playbooks.sentence(lasting, at);
    }

    static List<IncidentTouch> lasting(ConversationState s) {
        return s.getIncidents().isEmpty()
                ? List.of()
                : s.getIncidents().stream().filter(t -> t.getUntil() == 0).toList();
    }

    private boolean changes(ConversationState s, long at) {
        if (playbooks.incidents().isEmpty() && s.getIncidents().isEmpty()) {
            return false;
        }
        List<IncidentTouch> lasting = lasting(s);
        if (Tiering.ended(s)) {
            return lasting.stream().anyMatch(touch -> playbooks.over(touch, at));
        }
        List<IncidentTouch> now = playbooks.touching(s, at);
        return now.size() != lasting.size()
                || now.stream()
                        .anyMatch(touch -> named(lasting, touch)
                                .filter(known -> known.getStage().equals(touch.getStage())
                                        && known.getPlaybook().equals(touch.getPlaybook()))
                                .isEmpty());
    }

    private List<IncidentTouch> stillOpen(ConversationState s, long at) {
        return lasting(s).stream().filter(touch -> !playbooks.over(touch, at)).toList();
    }

    private static Optional<IncidentTouch> named(List<IncidentTouch> touches, IncidentTouch like) {
        return touches.stream()
                .filter(touch -> touch.getIncidentId().equals(like.getIncidentId()))
                .findFirst();
    }

    private static IncidentTouch staged(IncidentTouch touch, IncidentTouch now) {
        return IncidentTouch.newBuilder(touch)
                .setPlaybook(now.getPlaybook())
                .setStage(now.getStage())
                .build();
    }

    private static IncidentTouch again(IncidentTouch touch, IncidentTouch now) {
        return IncidentTouch.newBuilder(staged(touch, now)).setUntil(0L).build();
    }

    private static IncidentTouch ended(IncidentTouch touch, long at) {
        return IncidentTouch.newBuilder(touch).setUntil(at).build();
    }
}
