// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationEvent;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.serde.Serdes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratorTest {

    private static final int OPEN = 500;
    private static final int COUNT = 20_000;

    @Test
    void theSameSeedGivesTheSameEvents() {
        assertThat(events(Flavour.GIVEN, 7)).isEqualTo(events(Flavour.GIVEN, 7));
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(events(Flavour.GIVEN, 7)).isNotEqualTo(events(Flavour.GIVEN, 8));
    }

    @Test
    void bothFlavoursTellTheSameStoriesAndOneOfThemJudgesNothing() {
        List<ConversationEvent> given = events(Flavour.GIVEN, 7);
        List<ConversationEvent> text = events(Flavour.TEXT, 7);

        for (int i = 0; i < COUNT; i++) {
            assertThat(text.get(i).getId()).isEqualTo(given.get(i).getId());
            if (given.get(i).getData() instanceof CustomerMessage judged) {
                CustomerMessage bare = (CustomerMessage) text.get(i).getData();
                assertThat(bare.getText()).isEqualTo(judged.getText());
                assertThat(judged.getSentiment()).isNotNull();
                assertThat(bare.getSentiment()).isNull();
                assertThat(bare.getIntent()).isNull();
            } else if (given.get(i).getData() instanceof AssistantReply judged) {
                assertThat(judged.getConfidence()).isNotNull();
                assertThat(((AssistantReply) text.get(i).getData()).getConfidence())
                        .isNull();
            }
        }
    }

    @Test
    void eventsAreAboutAsLargeAsTheBenchSays() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start();
                var serializer = Serdes.value(ConversationEvent.class, Map.of("schema.registry.url", registry.url()))
                        .serializer()) {
            double mean = events(Flavour.GIVEN, 1).stream()
                    .mapToInt(event -> serializer.serialize("events", event).length)
                    .average()
                    .orElse(0);

            assertThat(mean).isBetween(235.0, 275.0);
        }
    }

    @Test
    void soManyConversationsAreOpenAndNoCustomerHasTwoAtOnce() {
        Map<String, String> open = new HashMap<>();
        Set<String> begun = new HashSet<>();
        Generator generator = Generator.ofRecorded(Flavour.GIVEN, 3, OPEN);
        for (int i = 0; i < COUNT; i++) {
            ConversationEvent event = generator.next();
            if (event.getData() instanceof ConversationStarted) {
                assertThat(open.put(event.getCustomerId(), event.getConversationId()))
                        .isNull();
                assertThat(begun.add(event.getConversationId())).isTrue();
            } else {
                assertThat(open).containsEntry(event.getCustomerId(), event.getConversationId());
            }
            if (event.getData() instanceof ConversationClosed) {
                open.remove(event.getCustomerId());
            }
        }

        assertThat(open).hasSizeBetween(OPEN * 9 / 10, OPEN);
        assertThat(generator.conversations()).isEqualTo(begun.size());
    }

    @Test
    void afterTheFirstEventOfEachConversationTheMixIsThatOfAnyOtherDay() {
        Map<Class<?>, Integer> second = kinds(events(Flavour.GIVEN, 1).subList(OPEN, 3 * OPEN));
        Map<Class<?>, Integer> late = kinds(events(Flavour.GIVEN, 1).subList(30 * OPEN, 32 * OPEN));

        assertThat(second.get(CustomerMessage.class))
                .isBetween(late.get(CustomerMessage.class) * 8 / 10, late.get(CustomerMessage.class) * 12 / 10);
        assertThat(second.get(ConversationClosed.class)).isBetween(60, 160);
    }

    private static Map<Class<?>, Integer> kinds(List<ConversationEvent> events) {
        Map<Class<?>, Integer> kinds = new HashMap<>();
        events.forEach(event -> kinds.merge(event.getData().getClass(), 1, Integer::sum));
        return kinds;
    }

    @Test
    void aCustomerWhoComesBackAboutTheSameIssueDoesSoWhereCategoriesAreSplitToo() {
        Map<String, Map<String, String>> split = new HashMap<>();
        Generator whole = Generator.ofRecorded(Flavour.GIVEN, 1, OPEN);
        Generator parts = Generator.ofRecorded(Flavour.GIVEN, 1, OPEN).splitCategories(20);
        int again = 0;

        for (int i = 0; i < 5 * COUNT; i++) {
            ConversationEvent one = whole.next();
            ConversationEvent other = parts.next();
            if (one.getData() instanceof ConversationStarted begun) {
                String part = ((ConversationStarted) other.getData()).getCategory();
                String before = split.computeIfAbsent(one.getCustomerId(), customer -> new HashMap<>())
                        .put(begun.getCategory(), part);
                assertThat(part).startsWith(begun.getCategory() + "-").isEqualTo(before == null ? part : before);
                again += before == null ? 0 : 1;
            }
        }
        assertThat(again).isPositive();
    }

    @Test
    void timeNeverGoesBack() {
        List<Long> times = events(Flavour.TEXT, 1).stream()
                .map(event -> event.getTime().toEpochMilli())
                .toList();

        assertThat(times).isSorted();
    }

    @Test
    void someMessagesHoldWhatMustBeMaskedAndSomeAskForAHuman() {
        List<String> texts = events(Flavour.TEXT, 1).stream()
                .map(ConversationEvent::getData)
                .filter(CustomerMessage.class::isInstance)
                .map(data -> ((CustomerMessage) data).getText())
                .toList();

        assertThat(share(texts, "@example.")).isBetween(0.01, 0.10);
        assertThat(share(texts, "to a human")).isBetween(0.0005, 0.02);
        assertThat(texts.stream().mapToInt(String::length).average().orElse(0)).isBetween(80.0, 120.0);
    }

    private static double share(List<String> texts, String part) {
        return texts.stream().filter(text -> text.contains(part)).count() / (double) texts.size();
    }

    @Test
    void halfOfTheEventsCanBelongToOneCustomer() {
        Generator generator = Generator.ofRecorded(Flavour.GIVEN, 3, OPEN).withHotKey();
        int hot = 0;
        for (int i = 0; i < COUNT; i++) {
            hot += Generator.isHot(generator.next().getCustomerId()) ? 1 : 0;
        }

        assertThat(hot).isEqualTo(COUNT / 2);
    }

    @Test
    void whoAskedForAHumanIsRemembered() {
        Generator generator = Generator.ofRecorded(Flavour.TEXT, 3, OPEN);
        Set<String> asking = new HashSet<>();
        for (int i = 0; i < COUNT; i++) {
            ConversationEvent event = generator.next();
            if (event.getData() instanceof CustomerMessage message
                    && message.getText().matches(".*\\b(a human|a real person|a person)\\b.*")) {
                asking.add(event.getConversationId());
            }
        }

        assertThat(generator.asked()).isNotEmpty().isEqualTo(asking);
    }

    private static List<ConversationEvent> events(Flavour flavour, long seed) {
        Generator generator = Generator.ofRecorded(flavour, seed, OPEN);
        List<ConversationEvent> events = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            events.add(generator.next());
        }
        return events;
    }
}
