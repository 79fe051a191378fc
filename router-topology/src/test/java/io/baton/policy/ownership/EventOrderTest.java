// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Resolver;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.state.AcceptedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventOrderTest {

    private final Told told = new Told();

    @Test
    void eventsOfTheSameTimeFollowCauseAndEffect() {
        List<AcceptedEvent> ranked = List.of(
                told.started(5),
                told.consents(5, true),
                told.says(5, "Hello"),
                told.replies(5, "Hello"),
                told.resolved(5, Resolver.ASSISTANT),
                told.reopened(5),
                told.closed(5, "resolved"),
                told.survey(5, 4));
        List<AcceptedEvent> shuffled = new ArrayList<>(ranked);
        Collections.shuffle(shuffled, new Random(7));

        shuffled.sort(new EventOrder());

        assertThat(shuffled).isEqualTo(ranked);
        assertThat(ranked).extracting(EventOrder::rank).containsExactly(0, 1, 2, 3, 5, 6, 7, 8);
    }

    @Test
    void levelEventsAreOrderedByIdLengthBeforeText() {
        List<AcceptedEvent> level = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            level.add(told.says(5, "Hello"));
        }
        List<AcceptedEvent> shuffled = new ArrayList<>(level);
        Collections.shuffle(shuffled, new Random(7));

        shuffled.sort(new EventOrder());

        assertThat(shuffled).as("e-2 before e-10").isEqualTo(level);
    }

    @Test
    void theFirstEventAndLaterOnesAreNextEarlierAndLevelOnesAreLate() {
        AcceptedEvent early = told.says(1, "Hello");
        AcceptedEvent level = told.says(3, "Hello");
        AcceptedEvent answer = told.replies(3, "Hello");
        Desk desk = new Desk(TestRulesets.standard(), Told.customer());
        assertThat(EventOrder.arrival(null, early)).isEqualTo(Arrival.NEXT);

        desk.arrives(told.says(3, "Is anybody there?"));

        assertThat(EventOrder.arrival(desk.state, early)).isEqualTo(Arrival.LATE);
        assertThat(EventOrder.arrival(desk.state, level)).isEqualTo(Arrival.LATE);
        assertThat(EventOrder.arrival(desk.state, answer)).isEqualTo(Arrival.NEXT);
    }

    @Test
    void anEventBeforeATimerThatHasFiredIsLate() {
        Desk desk = new Desk(TestRulesets.standard(), Told.customer());
        desk.arrives(told.started(0), told.says(1, "Hello"));

        desk.ticks(Told.at(62));

        assertThat(desk.escalations).as("nobody has answered for a minute").hasSize(1);
        assertThat(EventOrder.arrival(desk.state, told.replies(30, "Hello"))).isEqualTo(Arrival.LATE);
    }

    @Test
    void theLastSixteenEventsAreRememberedAndNoMore() {
        Desk desk = new Desk(TestRulesets.standard(), Told.customer());
        List<AcceptedEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(i % 2 == 0 ? told.says(i, "number " + i) : told.replies(i, "answer " + i));
            desk.arrives(events.get(i));
        }

        assertThat(events.subList(24, 40)).allMatch(e -> EventOrder.arrival(desk.state, e) == Arrival.SEEN);
        assertThat(events.subList(0, 24)).allMatch(e -> EventOrder.arrival(desk.state, e) == Arrival.LATE);
        assertThat(desk.state.getRecent().remaining()).isEqualTo(16 * 8);
    }

    @Test
    void fingerprintsTellIdentitiesApart() {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(EventOrder.fingerprint("source", "e-" + i));
        }
        assertThat(seen).hasSize(100_000);
        assertThat(EventOrder.fingerprint("ab", "c")).isNotEqualTo(EventOrder.fingerprint("a", "bc"));
        assertThat(EventOrder.fingerprint("source", "e-1")).isEqualTo(EventOrder.fingerprint("source", "e-1"));
    }
}
