// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.event.Command;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.WordMood;
import io.baton.state.EscalationIssued;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final Ruleset RULES = TestRulesets.standard();
    private final Told told = new Told();
    private final Desk desk = new Desk(RULES, Told.customer());

    @Test
    void aDecisionCarriesItsFullExplanation() {
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"));
        Ruling ruling = desk.arrives(told.says(2, "I want to talk to a human.")).get(0);

        var decision = Records.decision(desk.state, ruling, RULES, new WordMood());

        assertThat(decision.getDecisionId()).isEqualTo("conv-1/1/e-3#escalation");
        assertThat(decision.getConversationId()).isEqualTo("conv-1");
        assertThat(decision.getCustomerId()).isEqualTo("cust-1");
        assertThat(decision.getEpisode()).isEqualTo(1);
        assertThat(decision.getDecidedAt()).isEqualTo(Instant.ofEpochMilli(Told.at(2)));
        assertThat(decision.getPath()).isEqualTo(Path.HUMAN);
        assertThat(decision.getOwner()).isEqualTo(Owner.WAITING_FOR_HUMAN);
        assertThat(decision.getPreviousOwner()).isEqualTo(Owner.ASSISTANT);
        assertThat(decision.getEscalate()).isTrue();
        assertThat(decision.getRule()).isEqualTo("hard:human-requested");
        assertThat(decision.getScore()).isGreaterThanOrEqualTo(3.0);
        assertThat(decision.getThreshold()).isEqualTo(2.0);
        assertThat(decision.getRequired()).isEqualTo(2);
        assertThat(decision.getSignals()).anySatisfy(signal -> {
            assertThat(signal.getSignal()).isEqualTo("human-requested");
            assertThat(signal.getHard()).isTrue();
            assertThat(signal.getEvents()).isEqualTo(List.of("e-3"));
        });
        assertThat(decision.getFlip().getSubject()).isEqualTo("human-requested");
        assertThat(decision.getCategory()).isEqualTo("how-to");
        assertThat(decision.getSegment()).isEqualTo("standard");
        assertThat(decision.getPolicyVersion()).isEqualTo("1");
        assertThat(decision.getPolicyHash()).hasSize(64);
        assertThat(decision.getTriggeredBy()).isEqualTo("e-3");
    }

    @Test
    void aHandOverTellsTheAssistantToBeSilentAndTheCustomerWhy() {
        desk.arrives(told.started(0, "how-to"));
        Ruling ruling = desk.arrives(told.requests(1)).get(0);

        var command = Records.command(desk.state, ruling, "A colleague takes over now.");

        assertThat(command.getCommand()).isEqualTo(Command.SILENCE);
        assertThat(command.getCommandId()).isEqualTo("conv-1/1/e-2#escalation/command");
        assertThat(command.getReason()).isEqualTo("hard:human-requested");
        assertThat(command.getText()).isEqualTo("A colleague takes over now.");
        assertThat(command.getTriggeredBy()).isEqualTo("e-2");
    }

    @Test
    void aRulingThatAsksNothingNewGivesNoCommand() {
        Ruling ruling = desk.arrives(told.started(0, "how-to")).get(0);

        assertThat(Records.command(desk.state, ruling, null)).isNull();
    }

    @Test
    void aNoNamesWhatWouldHaveTurnedItAndAnAgentWhoTakesOverDoesNot() {
        desk.arrives(told.started(0, "how-to"));
        Ruling no = desk.arrives(told.says(1, "Where?")).get(0);
        Ruling taken = desk.arrives(told.joins(2)).get(0);

        assertThat(Records.decision(desk.state, no, RULES, new WordMood()).getFlip())
                .isNotNull();
        assertThat(Records.decision(desk.state, no, RULES, new WordMood()).getDecisionId())
                .isEqualTo("conv-1/1/e-2");
        assertThat(Records.decision(desk.state, taken, RULES, new WordMood()).getFlip())
                .isNull();
    }

    @Test
    void timersThatFireTwiceGiveTwoIds() {
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"), told.replies(2, "There."));
        Ruling timer = desk.ticks(Told.at(100)).get(0);

        assertThat(Records.decision(desk.state, timer, RULES, new WordMood()).getDecisionId())
                .isEqualTo("conv-1/1/timer:too-long#" + Told.at(91));
    }

    @Test
    void anEscalationLeavesAFactForTheJournal() {
        desk.arrives(told.started(0, "how-to"));
        Ruling ruling = desk.arrives(told.requests(1)).get(0);

        var issued = Records.issued(desk.state, ruling, "standard", 3, OptionalLong.of(Told.at(600)));

        assertThat(issued.getEventId()).isEqualTo("conv-1/1");
        assertThat(issued.getAt()).isEqualTo(Told.at(1));
        var fact = (EscalationIssued) issued.getFact();
        assertThat(fact.getEpisode()).isEqualTo(1);
        assertThat(fact.getQueue()).isEqualTo("standard");
        assertThat(fact.getPriority()).isEqualTo(3);
        assertThat(fact.getDueAt()).isEqualTo(Told.at(600));
    }

    @Test
    void theReasonsOfAnEscalationAreRecalledFromItsFact() {
        desk.arrives(told.started(0, "how-to"));
        Ruling ruling = desk.arrives(told.requests(1)).get(0);
        var issued = Records.issued(desk.state, ruling, "standard", 3, OptionalLong.empty());

        Ruling recalled = Recalled.ruling((EscalationIssued) issued.getFact(), issued.getAt());

        assertThat(recalled.explanation()).isEqualTo(ruling.explanation());
        assertThat(recalled.rule()).isEqualTo(ruling.rule());
        assertThat(recalled.tier()).isEqualTo(ruling.tier());
        assertThat(recalled.triggeredBy()).isEqualTo(ruling.triggeredBy());
        assertThat(recalled.verdict().readings())
                .extracting(Reading::signal, Reading::hard, Reading::contribution)
                .isEqualTo(ruling.verdict().readings().stream()
                        .map(r -> tuple(r.signal(), r.hard(), r.contribution()))
                        .toList());
    }
}
