// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Command;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.event.Resolver;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of made-up conversations, each in its order and as it might arrive: shuffled, twice, with clocks ticking. */
class ArrivalSimulationTest {

    private static final int CONVERSATIONS = 1_000;
    private static final int WINDOW = 10;
    private static final long END = Told.at(30 * 24 * 3600);
    private static final Ruleset RULES = TestRulesets.standard();
    private static final Conversations RULER = new Conversations(RULES);

    private static final String[] TEXTS = {
        "How do I export my data?",
        "It still does not work.",
        "I already tried that.",
        "This is ridiculous, I am furious!",
        "I want to talk to a human.",
        "Thanks!",
        "Thank you, bye.",
        "Where is the setting?",
        "We are looking at alternatives.",
        "ok"
    };
    private static final String[] CATEGORIES = {
        null, null, null, null, "how-to", "login", "billing", "contract", "onboarding", "data-loss"
    };
    private static final String[] SEGMENTS = {"standard", "standard", "standard", "at-risk", "enterprise"};

    @Test
    void stateAndEscalationsAreThoseOfTheFoldWhateverTheOrderOfArrival() {
        int equal = 0;
        int updates = 0;
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            Random random = new Random(seed);
            List<AcceptedEvent> events = conversation(random);
            Desk inOrder = new Desk(RULER, Told.customer());
            events.forEach(inOrder::arrives);
            Desk shuffled = arrivesShuffled(events, random);
            inOrder.ticks(END);
            shuffled.ticks(END);

            assertThat(fold(shuffled.state)).as("seed %d", seed).isEqualTo(fold(shuffled.foldedAgain(true)));
            ConversationState asIfNothingWasIssued =
                    RULER.elapse(shuffled.foldedAgain(false), END).state();
            assertThat(decided(asIfNothingWasIssued)).as("seed %d", seed).isEqualTo(decided(inOrder.state));
            assertThat(shuffled.escalations).as("seed %d", seed).doesNotHaveDuplicates();
            if (!inOrder.escalations.isEmpty()) {
                assertThat(shuffled.escalations).as("seed %d", seed).isNotEmpty();
            }
            equal += decided(shuffled.state).equals(decided(inOrder.state)) ? 1 : 0;
            updates += shuffled.updates;
        }
        assertThat(updates).isGreaterThan(CONVERSATIONS / 10);
        assertThat(equal).isGreaterThan(CONVERSATIONS * 6 / 10);
    }

    @Test
    void duplicatesChangeNothing() {
        for (int seed = 0; seed < 500; seed++) {
            List<AcceptedEvent> events = conversation(new Random(seed));
            Desk once = new Desk(RULER, Told.customer());
            events.forEach(once::arrives);
            Desk twice = new Desk(RULER, Told.customer());
            Random random = new Random(seed);
            for (int i = 0; i < events.size(); i++) {
                twice.arrives(events.get(i));
                twice.arrives(events.get(random.nextInt(i + 1)));
            }

            assertThat(twice.state).as("seed %d", seed).isEqualTo(once.state);
            assertThat(twice.told).as("seed %d", seed).isEqualTo(once.told);
            assertThat(twice.journal).as("seed %d", seed).isEqualTo(once.journal);
        }
    }

    @Test
    void timersFireTheSameWhetherTheClockTicksOrNot() {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<AcceptedEvent> events = conversation(new Random(seed));
            Desk quiet = new Desk(RULER, Told.customer());
            Desk ticking = new Desk(RULER, Told.customer());
            Random random = new Random(seed);
            long now = 0;
            for (AcceptedEvent event : events) {
                for (int i = 0; i < 3 && now > 0; i++) {
                    now += (long) ((event.getAt() - now) * random.nextDouble());
                    ticking.ticks(now);
                }
                quiet.arrives(event);
                ticking.arrives(event);
                now = event.getAt();
            }
            quiet.ticks(END);
            ticking.ticks((now + END) / 2);
            ticking.ticks(END);

            assertThat(ticking.state).as("seed %d", seed).isEqualTo(quiet.state);
            assertThat(ticking.told).as("seed %d", seed).isEqualTo(quiet.told);
        }
    }

    /** What the fold determines: the events seen last belong to the order of arrival. */
    private static ConversationState fold(ConversationState state) {
        ConversationState copy = Desk.stored(state);
        copy.setRecent(ByteBuffer.allocate(0));
        return copy;
    }

    /** What is decided from events alone: in which queue it stands follows from what has left the router. */
    private static ConversationState decided(ConversationState state) {
        ConversationState copy = fold(state);
        copy.setHandover(null);
        return copy;
    }

    private static Desk arrivesShuffled(List<AcceptedEvent> events, Random random) {
        List<AcceptedEvent> window = new ArrayList<>();
        List<AcceptedEvent> arriving = new ArrayList<>();
        for (AcceptedEvent event : events) {
            window.add(event);
            if (window.size() == WINDOW) {
                arriving.add(window.remove(random.nextInt(window.size())));
            }
        }
        while (!window.isEmpty()) {
            arriving.add(window.remove(random.nextInt(window.size())));
        }
        Desk desk = new Desk(RULER, Told.customer());
        long now = 0;
        for (int i = 0; i < arriving.size(); i++) {
            desk.arrives(arriving.get(i));
            checkWorld(desk);
            now = Math.max(now, arriving.get(i).getAt());
            if (random.nextInt(4) == 0) {
                desk.arrives(arriving.get(random.nextInt(i + 1)));
            }
            if (random.nextInt(4) == 0) {
                desk.ticks(now + random.nextInt(5_000));
            }
            if (random.nextInt(3) == 0) {
                desk.updates();
            }
            checkWorld(desk);
        }
        return desk;
    }

    /** After each arrival: what the assistant was told last fits who holds the conversation. */
    private static void checkWorld(Desk desk) {
        Owner owner = desk.state.getOwner();
        if (owner == Owner.WAITING_FOR_HUMAN || owner == Owner.HUMAN) {
            assertThat(desk.assistant).isEqualTo(Command.SILENCE);
        } else if (owner == Owner.ASSISTANT) {
            assertThat(desk.assistant).isEqualTo(Command.RESUME);
        } else if (owner == Owner.ASSISTANT_REVIEWED && desk.state.getPath() == Path.ASSISTED) {
            assertThat(desk.assistant).isEqualTo(Command.DRAFT_ONLY);
        } else if (owner == Owner.ASSISTANT_REVIEWED) {
            assertThat(desk.assistant).isIn(Command.DRAFT_ONLY, Command.SILENCE);
        }
    }

    private static List<AcceptedEvent> conversation(Random random) {
        Told told = new Told();
        List<AcceptedEvent> events = new ArrayList<>();
        double at = 0;
        if (random.nextInt(10) > 0) {
            events.add(told.started(0, one(random, CATEGORIES), random.nextInt(20) == 0 ? Boolean.FALSE : null));
        }
        int length = 3 + random.nextInt(25);
        for (int i = 0; i < length; i++) {
            at += pause(random);
            events.add(event(told, at, random));
        }
        events.sort(new EventOrder());
        while (Kind.of(events.get(0)) == Kind.JOURNEY) {
            events.remove(0);
        }
        return events;
    }

    private static double pause(Random random) {
        int kind = random.nextInt(60);
        return kind == 0 ? 2_400 : kind < 4 ? 0 : kind < 8 ? 70 : 1 + random.nextInt(20);
    }

    private static AcceptedEvent event(Told told, double at, Random random) {
        int kind = random.nextInt(100);
        if (kind < 35) {
            Double sentiment = random.nextBoolean() ? null : random.nextDouble() * 1.6 - 1;
            Double amount = random.nextInt(30) == 0 ? 700.0 : null;
            String category = random.nextInt(6) == 0 ? one(random, CATEGORIES) : null;
            String text = TEXTS[random.nextInt(random.nextInt(3) == 0 ? TEXTS.length : 4)];
            return told.message(at, text, category, sentiment, amount);
        }
        if (kind < 65) {
            return random.nextInt(5) == 0
                    ? told.asksAgain(at)
                    : told.replies(at, "Please try this, step " + kind, 0.7 + random.nextDouble() * 0.3);
        }
        return rare(told, at, random, kind);
    }

    private static AcceptedEvent rare(Told told, double at, Random random, int kind) {
        return switch ((kind - 65) / 3) {
            case 0 -> told.requests(at);
            case 1 -> told.joins(at);
            case 2 -> told.writesByHand(at);
            case 3 -> told.sendsDraft(at);
            case 4 -> told.returns(at);
            case 5 -> told.resolved(at, random.nextBoolean() ? Resolver.ASSISTANT : Resolver.AGENT);
            case 6 -> told.reopened(at);
            case 7 -> random.nextInt(3) == 0 ? told.closed(at, "resolved") : told.returns(at);
            case 8 -> told.survey(at, 1 + random.nextInt(5));
            case 9 -> told.consents(at, random.nextInt(4) > 0);
            case 10 -> told.journey(at, Told.customer(one(random, SEGMENTS)));
            default -> told.replies(at, "Is there anything else?", 0.9);
        };
    }

    private static String one(Random random, String[] among) {
        return among[random.nextInt(among.length)];
    }
}
