// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Owner;
import io.baton.event.Resolver;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.state.AcceptedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every event in every holder's hands, through the real machine. A cell says who holds it afterwards ({@code -} = as
 * before), {@code +} that a new episode has begun, {@code !} that it was escalated, {@code x} that it was kept out.
 */
class TransitionsTest {

    private static final String[] HOLDERS = {
        "assistant", "reviewed", "waiting", "human", "resolved", "closed", "idle-closed"
    };

    private static final String[] TABLE = {
        // event            assistant   reviewed    waiting  human    resolved     closed       idle-closed
        "started            -           -           -        -        -            x            -",
        "message            -           -           -        -        ASSISTANT+   x            ASSISTANT+",
        "thanks             -           -           -        -        -            x            -",
        "request            WAITING!    WAITING!    -        -        WAITING!+    x            WAITING!+",
        "asks-for-human     WAITING!    WAITING!    -        -        WAITING!+    x            WAITING!+",
        "reply              -           -           -        -        -            x            -",
        "by-hand            HUMAN       HUMAN       HUMAN    -        -            x            -",
        "draft-sent         -           -           HUMAN    -        -            x            -",
        "joined             HUMAN       HUMAN       HUMAN    -        HUMAN        x            HUMAN",
        "returned           -           -           ASSISTANT+ ASSISTANT+ ASSISTANT+ x          ASSISTANT+",
        "resolved           RESOLVED    RESOLVED    RESOLVED RESOLVED -            x            RESOLVED",
        "reopened           -           -           -        -        ASSISTANT+   ASSISTANT+   ASSISTANT+",
        "closed             CLOSED      CLOSED      CLOSED   CLOSED   CLOSED       x            -",
        "survey             -           -           -        -        -            -            -",
        "consent            -           -           -        -        -            -            -",
        "journey            -           -           -        -        -            -            -",
    };

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        for (String line : TABLE) {
            String[] words = line.trim().split("\\s+");
            for (int i = 0; i < HOLDERS.length; i++) {
                cells.add(Arguments.of(HOLDERS[i], words[0], words[i + 1]));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("cells")
    @Tag("R07")
    void everyEventInEveryHoldersHands(String holder, String event, String expected) {
        Told told = new Told();
        Desk desk = heldBy(holder, told);
        Owner owner = desk.state.getOwner();
        int episode = desk.state.getEpisode();
        int escalations = desk.escalations.size();

        desk.arrives(event(event, told, holder.equals("idle-closed") ? 7_200 : 40));

        String after = desk.state.getOwner() == owner ? "-" : brief(desk.state.getOwner());
        String cell = desk.keptOut
                ? "x"
                : after
                        + (desk.escalations.size() > escalations ? "!" : "")
                        + (desk.state.getEpisode() > episode ? "+" : "");
        assertThat(cell.replace("REVIEWED", "ASSISTANT")).isEqualTo(expected);
        assertThat(desk.state.getAfterClose()).isEqualTo(desk.keptOut ? 1 : 0);
    }

    private static String brief(Owner owner) {
        return switch (owner) {
            case WAITING_FOR_HUMAN -> "WAITING";
            case ASSISTANT_REVIEWED -> "REVIEWED";
            default -> owner.name();
        };
    }

    static Desk heldBy(String holder, Told told) {
        Desk desk = new Desk(TestRulesets.standard(), Told.customer());
        desk.arrives(
                told.started(0, holder.equals("reviewed") ? "onboarding" : "how-to"),
                told.says(1, "Where is the export?"),
                told.replies(2, "In the settings."));
        switch (holder) {
            case "waiting" -> desk.arrives(told.requests(3));
            case "human" -> desk.arrives(told.joins(3));
            case "resolved" -> desk.arrives(told.resolved(3, Resolver.ASSISTANT));
            case "closed" -> desk.arrives(told.closed(3, "resolved"));
            case "idle-closed" -> desk.ticks(Told.at(3_600));
            default -> {}
        }
        Owner owner = switch (holder) {
            case "assistant" -> Owner.ASSISTANT;
            case "reviewed" -> Owner.ASSISTANT_REVIEWED;
            case "waiting" -> Owner.WAITING_FOR_HUMAN;
            case "human" -> Owner.HUMAN;
            case "resolved" -> Owner.RESOLVED;
            default -> Owner.CLOSED;
        };
        assertThat(desk.state.getOwner()).isEqualTo(owner);
        return desk;
    }

    private static AcceptedEvent event(String name, Told told, double at) {
        return switch (name) {
            case "started" -> told.started(at);
            case "message" -> told.says(at, "Where do I change the language?");
            case "thanks" -> told.says(at, "Thank you, bye!");
            case "request" -> told.requests(at);
            case "asks-for-human" -> told.says(at, "I want to talk to a human.");
            case "reply" -> told.replies(at, "You are welcome.");
            case "by-hand" -> told.writesByHand(at);
            case "draft-sent" -> told.sendsDraft(at);
            case "joined" -> told.joins(at);
            case "returned" -> told.returns(at);
            case "resolved" -> told.resolved(at, Resolver.AGENT);
            case "reopened" -> told.reopened(at);
            case "closed" -> told.closed(at, "resolved");
            case "survey" -> told.survey(at, 5);
            case "consent" -> told.consents(at, true);
            default -> told.journey(at, Told.customer());
        };
    }
}
