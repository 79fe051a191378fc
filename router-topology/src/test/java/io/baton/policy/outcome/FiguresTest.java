// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Story.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.Path;
import io.baton.event.Resolver;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {

    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;

    @Test
    void aBeginningCountsInItsMinuteAndItsHour() {
        Story story = Story.begins("c-1", T0 + 61 * MINUTE + 5, Path.ASSISTED, new TreeMap<>());

        assertThat(story.totals.keySet())
                .extracting(MetricKey::text)
                .containsExactly(
                        "ASSISTED|DAY|" + (T0 - 9 * 60 * MINUTE) + "|sync|standard",
                        "ASSISTED|HOUR|" + (T0 + 60 * MINUTE) + "|sync|standard",
                        "ASSISTED|MINUTE|" + (T0 + 61 * MINUTE) + "|sync|standard");
        assertValue(story.measure(Channel.ASSISTED, Grain.HOUR, T0 + 60 * MINUTE, Measures.STARTED), 1.0, 1, 1);
    }

    @Test
    void anOrdinaryTurnChangesNoFigure() {
        Story story = Story.begins(Path.AUTOMATED);

        story.customerWrites(T0 + 1_000);
        assertThat(story.lastDeltas).isEmpty();
        story.assistantReplies(T0 + 2_000);
        assertThat(story.lastDeltas).isEmpty();
    }

    @Test
    @Tag("M09")
    void resolvingCountsWhereItHappened() {
        Story story = Story.begins(Path.AUTOMATED)
                .customerWrites(T0 + 1_000)
                .assistantReplies(T0 + 2_000)
                .assistantReplies(T0 + 3_000);
        long end = T0 + 2 * MINUTE + 30_000;

        story.resolved(Resolver.ASSISTANT, end);

        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.RESOLVED), 1.0, 1, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, T0, Measures.RESOLVED), 0.0, 0, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.AUTOMATED_TURNS), 2.0, 2, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.TIME_TO_RESOLUTION), 150.0, 150, 1);
        Measure median = story.measure(Channel.AUTOMATED, Grain.HOUR, end, Measures.TIME_TO_RESOLUTION_P50);
        assertThat(median.getValue()).isBetween(148.5, 151.5);
        assertThat(median.getUnit()).isEqualTo("seconds");
    }

    @Test
    @Tag("M10")
    void everyEscalationCountsAtItsOwnTime() {
        Story story = Story.begins(Path.AUTOMATED).escalates(T0 + MINUTE).agentJoins(T0 + 2 * MINUTE);

        story.reopened(T0 + 3 * MINUTE).escalates(T0 + 4 * MINUTE);
        story.turn(T0 + 5 * MINUTE, s -> s.setCategory("billing"));

        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, T0 + MINUTE, Measures.ESCALATED), 1.0, 1, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, T0 + 4 * MINUTE, Measures.ESCALATED), 1.0, 1, 1);
        assertThat(Story.sum(story.totals, Grain.MINUTE, Measures.ESCALATED)).isEqualTo(2);
        assertThat(Story.sum(story.totals, Grain.HOUR, Measures.ESCALATED)).isEqualTo(2);
    }

    @Test
    @Tag("M10")
    void theEscalationRateRelatesToWhatBeganInTheWindow() {
        TreeMap<MetricKey, io.baton.state.MetricTotals> totals = new TreeMap<>();
        Story story = Story.begins("c-1", T0, Path.AUTOMATED, totals).escalates(T0 + 1_000);
        Story.begins("c-2", T0 + 2_000, Path.AUTOMATED, totals);
        Story.begins("c-3", T0 + 3_000, Path.AUTOMATED, totals);
        Story.begins("c-4", T0 + 4_000, Path.AUTOMATED, totals);

        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, T0, Measures.ESCALATION_RATE), 0.25, 1, 4);
    }

    @Test
    @Tag("M21")
    void theCohortShareFollowsTheBeginning() {
        Story story = Story.begins(Path.AUTOMATED).escalates(T0 + 90 * MINUTE).reopened(T0 + 91 * MINUTE);
        story.escalates(T0 + 92 * MINUTE);

        assertValue(story.measure(Channel.AUTOMATED, Grain.HOUR, T0, Measures.ESCALATED_SHARE), 1.0, 1, 1);
        assertThat(Story.sum(story.totals, Grain.HOUR, Measures.ESCALATED_SHARE))
                .isEqualTo(1);
    }

    @Test
    @Tag("M12")
    void aReopeningTakesTheResolutionBackFromItsWindow() {
        long end = T0 + MINUTE;
        Story story = Story.begins(Path.AUTOMATED).assistantReplies(T0 + 1).resolved(Resolver.ASSISTANT, end);

        story.reopened(T0 + DAY);

        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.RESOLVED), 0.0, 0, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.REOPENED), 1.0, 1, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.REOPEN_RATE), 1.0, 1, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.CONTAINMENT), null, 0, 0);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.TIME_TO_RESOLUTION), null, 0, 0);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.TIME_TO_RESOLUTION_P99), null, 0, 0);

        story.agentWrites(T0 + DAY + 1).resolved(Resolver.AGENT, T0 + DAY + MINUTE);

        assertValue(story.measure(Channel.ASSISTED, Grain.MINUTE, T0 + DAY + MINUTE, Measures.REOPEN_RATE), 0.0, 0, 1);
        assertValue(story.measure(Channel.ASSISTED, Grain.HOUR, T0 + DAY, Measures.RESOLVED), 1.0, 1, 1);
        assertThat(Story.sum(story.totals, Grain.HOUR, Measures.RESOLVED)).isEqualTo(1);
        assertThat(Story.sum(story.totals, Grain.HOUR, Measures.REOPENED)).isEqualTo(1);
    }

    @Test
    @Tag("M05")
    void aSurveyDaysLaterCountsInTheWindowOfTheResolution() {
        long end = T0 + MINUTE;
        Story story = Story.begins(Path.AUTOMATED).assistantReplies(T0 + 1).resolved(Resolver.ASSISTANT, end);

        story.turn(T0 + 3 * DAY, s -> {
            s.setCsat(4);
            s.setNps(9);
            s.setEffort(2);
            s.setWorked(true);
        });

        assertThat(story.lastDeltas)
                .singleElement()
                .satisfies(delta -> assertThat(delta.getUpdatedAt()).isEqualTo(T0 + 3 * DAY));
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.CSAT), 4.0, 4, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.NPS), 100.0, 100, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.EFFORT), 2.0, 2, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, end, Measures.WORKED), 1.0, 1, 1);
    }

    @Test
    @Tag("M05")
    void satisfactionIsKeptApartByWhoDidTheWork() {
        TreeMap<MetricKey, io.baton.state.MetricTotals> totals = new TreeMap<>();
        Story machine = Story.begins("c-1", T0, Path.AUTOMATED, totals)
                .assistantReplies(T0 + 1)
                .resolved(Resolver.ASSISTANT, T0 + 2)
                .turn(T0 + 3, s -> s.setCsat(5));
        Story.begins("c-2", T0, Path.AUTOMATED, totals)
                .assistantReplies(T0 + 1)
                .agentWrites(T0 + 2)
                .resolved(Resolver.AGENT, T0 + 3)
                .turn(T0 + 4, s -> s.setCsat(2));
        Story.begins("c-3", T0, Path.HUMAN, totals)
                .agentWrites(T0 + 2)
                .resolved(Resolver.AGENT, T0 + 3)
                .turn(T0 + 4, s -> s.setCsat(3));

        assertValue(machine.measure(Channel.AUTOMATED, Grain.HOUR, T0, Measures.CSAT), 5.0, 5, 1);
        assertValue(machine.measure(Channel.ASSISTED, Grain.HOUR, T0, Measures.CSAT), 2.0, 2, 1);
        assertValue(machine.measure(Channel.HUMAN, Grain.HOUR, T0, Measures.CSAT), 3.0, 3, 1);
    }

    @ParameterizedTest(name = "{0}, {1} escalations, agent {2}, {3}, frustrated {4}: {5} of {6}")
    @CsvSource({
        "AUTOMATED, 0, false, resolved,  false, 1, 1",
        "AUTOMATED, 0, false, resolved,  true,  1, 1",
        "AUTOMATED, 0, false, abandoned, false, 1, 1",
        "AUTOMATED, 0, false, abandoned, true,  0, 1",
        "AUTOMATED, 1, false, abandoned, false, 0, 1",
        "AUTOMATED, 1, true,  resolved,  false, 0, 1",
        "AUTOMATED, 0, true,  resolved,  false, 0, 1",
        "AUTOMATED, 0, false, merged,    false, 0, 0",
        "AUTOMATED, 0, false, spam,      false, 0, 0",
        "ASSISTED,  0, false, resolved,  false, 0, 0",
        "HUMAN,     0, true,  resolved,  false, 0, 0",
    })
    @Tag("M02")
    void containedIsWhatBeganAutomatedAndNeededNoHuman(
            Path path, int escalations, boolean agent, String reason, boolean frustrated, double contained, double of) {
        Story story = Story.begins(path);

        story.turn(T0 + 1, s -> {
            s.setEscalations(escalations);
            s.setEscalatedAt(escalations == 0 ? 0L : T0 + 1);
            s.setAgentTouched(agent);
            s.setFrustratedAtEnd(frustrated);
            s.setCloseReason(reason);
            s.setResolvedAt(T0 + 1);
        });

        Measure containment = story.measure(Channel.AUTOMATED, Grain.HOUR, T0, Measures.CONTAINMENT);
        if (of == 0) {
            assertThat(containment == null || containment.getDenominator() == 0).isTrue();
        } else {
            assertValue(containment, contained / of, contained, of);
        }
    }

    @Test
    void anotherCategoryMovesWhatTheConversationContributes() {
        Story story = Story.begins(Path.AUTOMATED).assistantReplies(T0 + 1).resolved(Resolver.ASSISTANT, T0 + MINUTE);

        story.turn(T0 + 2 * MINUTE, s -> s.setCategory(null));

        assertThat(story.totals.keySet()).extracting(MetricKey::category).contains("sync", MetricKey.UNCLASSIFIED);
        assertValue(story.measure(Channel.AUTOMATED, Grain.HOUR, T0, Measures.STARTED), 1.0, 1, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.HOUR, T0, Measures.RESOLVED), 1.0, 1, 1);
        story.state.setCategory("sync");
        assertValue(story.measure(Channel.AUTOMATED, Grain.HOUR, T0, Measures.STARTED), 0.0, 0, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.HOUR, T0, Measures.TIME_TO_RESOLUTION_P50), null, 0, 0);
    }

    @Test
    void anEarlierBeginningThatComesLateMovesTheConversation() {
        Story story = Story.begins("c-1", T0 + 5 * MINUTE, Path.AUTOMATED, new TreeMap<>());

        story.turn(T0 + 6 * MINUTE, s -> s.setStartedAt(T0));

        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, T0 + 5 * MINUTE, Measures.STARTED), 0.0, 0, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, T0, Measures.STARTED), 1.0, 1, 1);
        assertValue(story.measure(Channel.AUTOMATED, Grain.HOUR, T0, Measures.STARTED), 1.0, 1, 1);
    }

    @Test
    @Tag("M09")
    void theWaitForAHumanCountsFromTheHandover() {
        Story story = Story.begins(Path.AUTOMATED).escalates(T0 + MINUTE);

        story.agentJoins(T0 + 3 * MINUTE);

        assertValue(story.measure(Channel.AUTOMATED, Grain.MINUTE, T0 + MINUTE, Measures.HUMAN_WAIT), 120.0, 120, 1);
    }

    private static void assertValue(Measure found, Double value, double numerator, double denominator) {
        assertThat(found).isNotNull();
        assertThat(found.getValue()).isEqualTo(value);
        assertThat(found.getNumerator()).isEqualTo(numerator);
        assertThat(found.getDenominator()).isEqualTo(denominator);
    }
}
