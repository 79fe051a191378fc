// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.ConversationDecision;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.event.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final long HOUR = 3_600_000;

    private final List<Change> changes = new ArrayList<>();
    private final Board board = new Board(1 << 20, changes::add);

    private static ConversationDecision decision(String conversation, int number, Owner owner) {
        return ConversationDecision.newBuilder()
                .setDecisionId(conversation + "-" + number)
                .setConversationId(conversation)
                .setCustomerId("cust-" + conversation)
                .setEpisode(1)
                .setDecidedAt(Instant.ofEpochMilli(number))
                .setPath(Path.HUMAN)
                .setOwner(owner)
                .setTier(1)
                .setEscalate(false)
                .setScore(0)
                .setThreshold(1)
                .setAligned(0)
                .setRequired(2)
                .setSignals(List.of())
                .setRule("score")
                .setExplanation("as it is")
                .setSegment("all")
                .setPolicyVersion("1")
                .setPolicyHash("abc")
                .setTriggeredBy("e-1")
                .build();
    }

    private static MetricWindow window(String category, int revision, double numerator, double denominator) {
        return MetricWindow.newBuilder()
                .setChannel(Channel.HUMAN)
                .setWindow(new Window(Instant.ofEpochMilli(0), Instant.ofEpochMilli(HOUR)))
                .setGrain(Grain.HOUR)
                .setCategory(category)
                .setSegment("all")
                .setMeasures(Map.of("csat", new Measure(numerator / denominator, numerator, denominator, "points")))
                .setRevision(revision)
                .setUpdatedAt(Instant.ofEpochMilli(1))
                .build();
    }

    private Figures.Sum csat(Optional<String> category) {
        return board.figures(new FigureQuery(Channel.HUMAN, Grain.HOUR, 0, HOUR, category, Optional.empty()))
                .windows()
                .get(0L)
                .get("csat");
    }

    @Test
    void decisionsStandInTheirOrderWhateverOrderTheyWereReadIn() {
        board.take(decision("c", 2, Owner.HUMAN));
        board.take(decision("c", 1, Owner.WAITING_FOR_HUMAN));
        board.take(decision("c", 2, Owner.HUMAN));

        assertThat(board.find("c").orElseThrow().decisions())
                .extracting(ConversationDecision::getOwner)
                .containsExactly(Owner.WAITING_FOR_HUMAN, Owner.HUMAN);
    }

    @Test
    void anErasedCustomerIsGoneAndAnotherIsNot() {
        board.take(decision("c", 1, Owner.ASSISTANT));
        board.take(decision("d", 1, Owner.ASSISTANT));

        board.forgetCustomer("cust-c");

        assertThat(board.find("c")).isEmpty();
        assertThat(board.find("d")).isPresent();
        assertThat(changes).contains(new Change.Escalation("c"));
    }

    @Test
    void whatWasTouchedLongestAgoMakesRoom() {
        for (int i = 0; i < 2_000; i++) {
            board.take(decision("c" + i, 1, Owner.ASSISTANT));
        }

        assertThat(board.evicted()).isPositive();
        assertThat(board.find("c0")).isEmpty();
        assertThat(board.find("c1999")).isPresent();
    }

    @Test
    void aCorrectionReplacesItsWindowAndAnOlderOneDoesNot() {
        board.take(window("refund", 2, 9, 2));
        board.take(window("refund", 1, 4, 1));
        board.take(window("login", 1, 5, 1));

        assertThat(csat(Optional.empty()).numerator()).isEqualTo(14);
        assertThat(csat(Optional.empty()).denominator()).isEqualTo(3);
        assertThat(csat(Optional.of("refund")).value()).isEqualTo(4.5);
    }
}
