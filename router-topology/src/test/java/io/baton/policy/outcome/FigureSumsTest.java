// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static io.baton.policy.outcome.Story.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.Path;
import io.baton.event.Resolver;
import io.baton.state.Figure;
import io.baton.state.MetricDelta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is added up in place is what a sum of copies says, and goes on after it was kept. */
final class FigureSumsTest {

    private final Map<MetricKey, FigureSums> rows = new HashMap<>();

    @Test
    void theRowsOfATimeAreTheSumOfItsDeltas() {
        Map<MetricKey, WindowSums> expected = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            for (RowChange change : resolved("c-" + i, T0 + 700L * i, 11_000 + 1_700L * i)) {
                add(change);
                expected.computeIfAbsent(change.key(), key -> WindowSums.none())
                        .add(WindowSums.Addend.of(FigureSums.of(change).delta()));
            }
        }

        assertThat(rows.keySet()).isEqualTo(expected.keySet()).hasSizeGreaterThan(1);
        rows.forEach((key, sums) -> assertThat(sums.delta().getFigures())
                .isEqualTo(expected.get(key).totals().getFigures()));
    }

    @Test
    void whatWasKeptGoesOnAsIfItHadNotBeen() {
        List<RowChange> first = resolved("c-1", T0, 20_000);
        List<RowChange> second = resolved("c-2", T0 + 900, 20_500);
        first.forEach(this::add);
        second.forEach(this::add);
        for (int i = 0; i < first.size(); i++) {
            FigureSums kept = FigureSums.of(FigureSums.of(first.get(i)).delta());

            kept.add(second.get(i));

            assertThat(kept.delta()).isEqualTo(rows.get(kept.key()).delta());
            assertThat(kept.text()).isEqualTo(kept.key().text());
        }
    }

    @Test
    void aFigureOfAnEarlierReleaseIsKept() {
        List<Figure> figures = List.of(new Figure("no-more", 3.0, 4.0, null), new Figure("started", 1.0, 0.0, null));
        MetricDelta kept = new MetricDelta(Channel.HUMAN, Grain.MINUTE, 0L, "sync", "standard", figures, 7L);

        assertThat(FigureSums.of(kept).delta()).isEqualTo(kept);
    }

    @Test
    void nothingIsLeftOfWhatIsTakenBack() {
        Story story = Story.begins(Path.AUTOMATED).assistantReplies(T0 + 5_000);
        OutcomeView open = story.view();
        story.resolved(Resolver.ASSISTANT, T0 + 20_000);
        Figures.diff(open, story.view()).forEach(this::add);
        assertThat(rows.values()).isNotEmpty().noneMatch(FigureSums::isEmpty);

        Figures.diff(story.view(), open).forEach(this::add);

        assertThat(rows.values()).allMatch(FigureSums::isEmpty);
        assertThat(rows.values()).allMatch(sums -> sums.delta().getFigures().isEmpty());
    }

    @Test
    void aFactThatMovesWithinItsMinuteChangesNothing() {
        Story story = Story.begins(Path.AUTOMATED);
        OutcomeView before = story.view();

        story.turn(T0 + 1_000, state -> state.setStartedAt(state.getStartedAt() + 1));

        assertThat(Figures.diff(before, story.view())).isEmpty();
    }

    private static List<RowChange> resolved(String id, long at, long took) {
        Story story = Story.begins(id, at, Path.AUTOMATED, new TreeMap<>())
                .customerWrites(at + 100)
                .assistantReplies(at + 400)
                .resolved(Resolver.ASSISTANT, at + took);
        return Figures.diff(null, story.view());
    }

    private void add(RowChange change) {
        FigureSums sums = rows.get(change.key());
        if (sums == null) {
            rows.put(change.key(), FigureSums.of(change));
        } else {
            sums.add(change);
        }
    }
}
