// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Story.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.Path;
import io.baton.event.Resolver;
import io.baton.state.ConversationState;
import io.baton.state.Figure;
import io.baton.state.MetricTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order: the rows add up to the conversations as they stand. */
final class FiguresAddUpTest {

    private final Map<MetricKey, MetricTotals> totals = new TreeMap<>();
    private long escalations;
    private long reopenings;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void theSumOfAllChangesIsWhatTheConversationsContribute(long seed) {
        List<Story> stories = live(new Random(seed));

        Map<MetricKey, MetricTotals> expected = new TreeMap<>();
        stories.forEach(story -> Figures.diff(null, story.view()).stream()
                .map(change -> FigureSums.of(change).delta())
                .forEach(delta -> MetricKey.rows(delta)
                        .forEach(key -> expected.put(key, Story.added(expected.get(key), delta)))));

        assertThat(statePart(totals)).isEqualTo(statePart(expected));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5})
    @Tag("M01")
    void theRowsOfAGrainCountEverythingOnce(long seed) {
        List<Story> stories = live(new Random(seed));

        for (Grain grain : List.of(Grain.MINUTE, Grain.HOUR, Grain.DAY)) {
            assertThat(Story.sum(totals, grain, Measures.STARTED)).isEqualTo(stories.size());
            assertThat(Story.sum(totals, grain, Measures.ESCALATED)).isEqualTo(escalations);
            assertThat(Story.sum(totals, grain, Measures.ESCALATION_RATE)).isEqualTo(escalations);
            assertThat(Story.sum(totals, grain, Measures.REOPENED)).isEqualTo(reopenings);
            for (Channel channel : Channel.values()) {
                assertThat(resolvedRows(grain, channel)).isEqualTo(resolvedNow(stories, channel));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5})
    void noMeasureShowsUpWhereItHasNoPlace(long seed) {
        live(new Random(seed));

        totals.forEach((key, row) -> row.getFigures().forEach(figure -> {
            String name = figure.getMeasure().split("\\.")[0];
            Measures measure = Measures.valueOf(name.toUpperCase().replace('-', '_'));
            assertThat(measure.channels()).as(measure.id()).contains(key.channel());
            assertThat(figure.getNumerator()).isEqualTo(Math.rint(figure.getNumerator()));
        }));
    }

    private double resolvedRows(Grain grain, Channel channel) {
        Map<MetricKey, MetricTotals> rows = new TreeMap<>(totals);
        rows.keySet().removeIf(key -> key.channel() != channel);
        return Story.sum(rows, grain, Measures.RESOLVED);
    }

    private static long resolvedNow(List<Story> stories, Channel channel) {
        return stories.stream()
                .map(story -> OutcomeView.of(story.state))
                .filter(view -> view.ending() != null && view.ending().resolved() && view.channel() == channel)
                .count();
    }

    private List<Story> live(Random random) {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            long at = T0 + random.nextInt(20_000_000);
            stories.add(Story.begins("c-" + i, at, pick(random, Path.values()), totals));
        }
        for (int turn = 0; turn < 600; turn++) {
            step(stories.get(random.nextInt(stories.size())), random);
        }
        return stories;
    }

    private void step(Story story, Random random) {
        ConversationState state = story.state;
        long at = state.getLastAt() + random.nextInt(400_000);
        boolean wasResolved = Ending.of(state) != null && Ending.of(state).resolved();
        switch (random.nextInt(14)) {
            case 0, 1 -> story.customerWrites(at);
            case 2, 3 -> story.assistantReplies(at);
            case 4 -> story.agentWrites(at);
            case 5 -> {
                story.escalates(at);
                escalations++;
            }
            case 6 -> story.agentJoins(at);
            case 7, 8 -> story.resolved(pick(random, Resolver.values()), at);
            case 9 -> story.closed(pick(random, "resolved", "abandoned", "merged", "spam"), at);
            case 10 -> {
                story.reopened(at);
                reopenings += wasResolved ? 1 : 0;
            }
            case 11 -> story.turn(at, s -> s.setCategory(pick(random, "sync", "billing", null)));
            case 12 ->
                story.turn(at, s -> {
                    s.setCsat(1 + random.nextInt(5));
                    s.setNps(random.nextInt(11));
                    s.setWorked(random.nextBoolean());
                });
            default ->
                story.turn(at, s -> {
                    s.setStartedAt(s.getStartedAt() - random.nextInt(100_000));
                    s.getCustomer().setSegment(pick(random, "standard", "enterprise"));
                    s.setFrustratedAtEnd(random.nextBoolean());
                });
        }
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** All figures, without what has come to nothing. */
    private static Map<String, Figure> statePart(Map<MetricKey, MetricTotals> rows) {
        Map<String, Figure> part = new TreeMap<>();
        rows.forEach((key, row) -> row.getFigures().stream()
                .filter(figure ->
                        figure.getNumerator() != 0 || figure.getDenominator() != 0 || figure.getSketch() != null)
                .forEach(figure -> part.put(key.text() + " " + figure.getMeasure(), figure)));
        return part;
    }
}
