// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.policy.ownership.Handovers;
import io.baton.policy.ruleset.LadderRule;
import io.baton.policy.ruleset.QueueRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.EscalationIssued;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaddersTest {

    private static final long T0 = 1_772_355_600_000L;
    private static final long HOUR = 3_600_000;
    private static final Ruleset RULES = DefaultPolicy.ruleset();
    private static final Ladders LADDERS = new Ladders(RULES);

    /** Reports as a test makes them up. */
    private static final class Reports implements Availability {

        private final Map<String, TreeMap<Long, Seats>> reports = new TreeMap<>();

        Reports say(String queue, long at, int online, int free) {
            reports.computeIfAbsent(queue, q -> new TreeMap<>()).put(at, new Seats(online, free));
            return this;
        }

        @Override
        public Seats at(String queue, long at) {
            var last = reports.getOrDefault(queue, new TreeMap<>()).floorEntry(at);
            return last == null ? null : last.getValue();
        }

        @Override
        public List<Long> reports(String queue, long after, long until) {
            return after >= until
                    ? List.of()
                    : List.copyOf(reports.getOrDefault(queue, new TreeMap<>())
                            .subMap(after, false, until, true)
                            .keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "high-touch", "crisis"})
    void whateverIsReportedEveryStepIsTakenOnceInOrderAndNoneIsHeldBeyondTheTarget(String queue) {
        LadderRule ladder = RULES.ladders().get(RULES.queues().get(queue).ladder());
        for (int seed = 0; seed < 300; seed++) {
            Reports reports = made(new Random(seed));
            ConversationState s = waiting(queue, T0, T0 + HOUR);

            List<Climb> climbs = climb(s, T0 + 24 * HOUR, reports);

            List<Climb> steps = new ArrayList<>(climbs);
            steps.removeIf(climb -> climb.fact().getCause().equals(Ladders.AGENTS_BACK));
            assertThat(steps)
                    .as("seed %d", seed)
                    .extracting(climb -> climb.fact().getCause())
                    .containsExactlyElementsOf(ladder.steps().stream()
                            .map(step -> Ladders.name(step.action()))
                            .toList());
            assertThat(climbs).extracting(Climb::at).isSorted();
            for (int i = 0; i < climbs.size(); i++) {
                assertThat(climbs.get(i).fact().getRevision()).isEqualTo(i + 2);
            }
            for (int i = 0; i < steps.size(); i++) {
                long due = T0 + ladder.steps().get(i).afterSeconds() * 1_000;
                assertThat(steps.get(i).at()).isBetween(due, Math.max(due, T0 + HOUR));
            }
            assertThat(climbs.size() - steps.size()).isLessThanOrEqualTo(steps.size() + 1);
        }
    }

    @Test
    void itMakesNoDifferenceHowOftenIsLooked() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Reports reports = made(random);
            List<Climb> atOnce = climb(waiting("standard", T0, T0 + HOUR), T0 + 6 * HOUR, reports);
            ConversationState s = waiting("standard", T0, T0 + HOUR);
            List<Climb> often = new ArrayList<>();
            for (long now = T0; now < T0 + 6 * HOUR; now += random.nextInt(600_000)) {
                often.addAll(climb(s, now, reports));
            }
            often.addAll(climb(s, T0 + 6 * HOUR, reports));

            assertThat(often).as("seed %d", seed).isEqualTo(atOnce);
        }
    }

    @Test
    void theNextLookIsNeverLaterThanWhatHappensWithoutAReport() {
        Reports reports = new Reports().say("standard", T0 - 1, 0, 0);
        ConversationState s = waiting("standard", T0, T0 + HOUR);
        QueueRule queue = RULES.queues().get("standard");

        for (LadderRule.Step step : RULES.ladders().get(queue.ladder()).steps()) {
            long due = LADDERS.nextDue(s, s.getHandover().getChangedAt(), reports);
            assertThat(due).isEqualTo(T0 + step.afterSeconds() * 1_000);
            assertThat(climb(s, due, reports)).hasSize(1);
        }
        assertThat(LADDERS.nextDue(s, T0 + 5 * HOUR, reports)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void withoutAReportThereIsNothingToLookAt() {
        ConversationState s = waiting("standard", T0, T0 + HOUR);

        assertThat(LADDERS.nextDue(s, T0, Availability.UNKNOWN)).isEqualTo(Long.MAX_VALUE);
        assertThat(LADDERS.next(s, T0 + 24 * HOUR, Availability.UNKNOWN)).isNull();
    }

    private static Reports made(Random random) {
        Reports reports = new Reports();
        for (String queue : RULES.queues().keySet()) {
            long at = T0 - random.nextInt(3_600_000);
            for (int i = random.nextInt(40); i >= 0; i--) {
                int online = random.nextInt(3);
                reports.say(queue, at, online, online == 0 ? 0 : random.nextInt(online + 1));
                at += random.nextInt(900_000);
            }
        }
        return reports;
    }

    private static List<Climb> climb(ConversationState s, long until, Availability reports) {
        List<Climb> climbs = new ArrayList<>();
        for (Climb climb = LADDERS.next(s, until, reports); climb != null; climb = LADDERS.next(s, until, reports)) {
            climbs.add(climb);
            Handovers.updated(s, climb.fact(), climb.at());
        }
        return climbs;
    }

    private static ConversationState waiting(String queue, long at, long due) {
        ConversationState s = ConversationState.newBuilder()
                .setCustomerId("cust-1")
                .setConversationId("conv-1")
                .setChannel("chat")
                .setOwner(Owner.WAITING_FOR_HUMAN)
                .setPath(Path.HUMAN)
                .setStartPath(Path.AUTOMATED)
                .setTier(1)
                .setEpisode(1)
                .setCustomer(
                        CustomerSnapshot.newBuilder().setSegment("self-service").build())
                .setStartedAt(at)
                .setEpisodeAt(at)
                .setLastAt(at)
                .setLastRank(0)
                .setFigures(ConversationFigures.newBuilder().build())
                .build();
        Handovers.issued(
                s,
                EscalationIssued.newBuilder()
                        .setEpisode(1)
                        .setQueue(queue)
                        .setPriority(3)
                        .setDueAt(due)
                        .build(),
                at);
        return s;
    }
}
