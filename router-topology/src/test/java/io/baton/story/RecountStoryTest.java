// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.event.MetricWindow;
import io.baton.names.StoreLayout;
import io.baton.processor.TimeMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of every window equals a recount from the events, in whatever order and how often they came. */
class RecountStoryTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Tag("M02")
    @Tag("M03")
    @Tag("M07")
    @Tag("M11")
    @Tag("M12")
    void theWindowsAreWhatTheEventsSay(long seed) {
        List<Made.Event> events = Made.conversations(80, seed);
        Recount recount = Recount.of(events);
        Map<String, double[]> windows = windows(events);

        assertThat(recount.figures).hasSizeGreaterThan(500);
        Set<String> counted =
                recount.figures.keySet().stream().map(key -> key.split(" ")[1]).collect(Collectors.toSet());
        recount.figures.forEach((key, sums) -> {
            assertThat(windows).containsKey(key);
            double[] found = windows.get(key);
            assertThat(found[0]).as(key).isCloseTo(sums[0], within(1e-6));
            if (!isCount(key)) {
                assertThat(found[1]).as(key).isEqualTo(sums[1]);
            }
        });
        windows.forEach((key, found) -> {
            if (counted.contains(key.split(" ")[1]) && !recount.figures.containsKey(key)) {
                assertThat(found[0]).as("not in the recount: " + key).isZero();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Tag("M01")
    void orderAndRepetitionChangeNoFigure(long seed) {
        List<Made.Event> events = Made.conversations(60, seed);

        Map<String, String> inOrder = text(windows(events));
        Map<String, String> disturbed = text(windows(Made.disturbed(events, seed)));

        assertThat(disturbed).isEqualTo(inOrder);
    }

    private static boolean isCount(String key) {
        String figure = key.split(" ")[1];
        return Set.of("started", "escalated", "resolved", "durable", "abandoned", "returned", "reopened", "comebacks")
                .contains(figure);
    }

    /** Numerators and denominators of the last revision of each window, without those where nothing is. */
    private static Map<String, String> text(Map<String, double[]> windows) {
        Map<String, String> text = new TreeMap<>();
        windows.forEach((key, sums) -> {
            if (sums[0] != 0) {
                text.put(key, sums[0] + "/" + sums[1]);
            }
        });
        return text;
    }

    private static Map<String, double[]> windows(List<Made.Event> events) {
        try (Story story = new Story(TimeMode.REPLAY, StoreLayout.PACKED)) {
            for (Made.Event event : events) {
                Instant at = Instant.ofEpochMilli(event.at());
                String json =
                        Story.event(event.id(), event.type(), event.conversation(), event.customer(), at, event.data());
                story.send(
                        story.topics.conversationEvents(),
                        new TestRecord<>(event.customer().getBytes(UTF_8), json.getBytes(UTF_8), at));
            }
            story.afterDays(20);
            assertThat(story.deadLetters()).isEmpty();
            Map<String, MetricWindow> last = new TreeMap<>();
            for (String channel : List.of("automated", "assisted", "human")) {
                story.metrics(channel).forEach(window -> last.put(row(window) + " " + window.getSegment(), window));
            }
            return sums(last.values());
        }
    }

    private static String row(MetricWindow window) {
        return window.getChannel() + "|" + window.getGrain() + "|"
                + window.getWindow().getStart().toEpochMilli() + "|" + window.getCategory();
    }

    /** Over the segments, which the recount does not know. */
    private static Map<String, double[]> sums(Collection<MetricWindow> windows) {
        Map<String, double[]> sums = new TreeMap<>();
        for (MetricWindow window : windows) {
            window.getMeasures().forEach((name, measure) -> {
                double[] sum = sums.computeIfAbsent(row(window) + " " + name, key -> new double[2]);
                sum[0] += measure.getNumerator();
                sum[1] += measure.getDenominator();
            });
        }
        return sums;
    }
}
