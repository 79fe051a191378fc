// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Command;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.policy.ruleset.CategoryRule.Mode;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.signal.Signal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TieringTest {

    private static final Ruleset RULES = TestRulesets.standard();
    private final Told told = new Told();

    @ParameterizedTest(name = "complexity {0}, intensity {1}, tier {2}, {3}, {4}: tier {5} because of {6}")
    @CsvSource({
        "1, 1, 1, AI_FIRST, standard,   1, category-tier, AUTOMATED, ASSISTANT",
        "2, 2, 2, AI_FIRST, standard,   2, category-tier, ASSISTED,  ASSISTANT_REVIEWED",
        "1, 1, 3, AI_FIRST, standard,   3, category-tier, HUMAN,     ASSISTANT_REVIEWED",
        "3, 4, 1, AI_FIRST, standard,   1, category-tier, AUTOMATED, ASSISTANT",
        "4, 1, 1, AI_FIRST, standard,   2, matrix,        ASSISTED,  ASSISTANT_REVIEWED",
        "5, 1, 1, AI_FIRST, standard,   3, matrix,        HUMAN,     ASSISTANT_REVIEWED",
        "1, 5, 1, AI_FIRST, standard,   3, matrix,        HUMAN,     ASSISTANT_REVIEWED",
        "1, 1, 1, AI_FIRST, enterprise, 2, segment-tier,  ASSISTED,  ASSISTANT_REVIEWED",
        "5, 1, 1, AI_FIRST, enterprise, 3, matrix,        HUMAN,     ASSISTANT_REVIEWED",
        "1, 1, 1, AGENT_ASSIST, standard, 2, category-mode, ASSISTED, ASSISTANT_REVIEWED",
        "1, 1, 1, TRIAGE,   standard,   3, category-mode, HUMAN,     ASSISTANT_REVIEWED",
    })
    @Tag("R01")
    @Tag("R02")
    @Tag("R03")
    @Tag("R17")
    @Tag("R19")
    void theHighestTierThatAnyCriterionAsksForIsTaken(
            int complexity,
            int intensity,
            int tier,
            Mode mode,
            String segment,
            int expected,
            String rule,
            Path path,
            Owner owner) {
        Ruleset rules = TestRulesets.withCategory(
                RULES, TestRulesets.category("made-up", "Made up", complexity, intensity, tier, mode, false));
        Desk desk = new Desk(rules, Told.customer(segment));

        List<Ruling> rulings = desk.arrives(told.started(0, "made-up"));

        assertThat(rulings).singleElement().satisfies(first -> {
            assertThat(first.tier()).isEqualTo(expected);
            assertThat(first.rule()).isEqualTo(rule);
            assertThat(first.path()).isEqualTo(path);
            assertThat(first.owner()).isEqualTo(owner);
            assertThat(first.previousOwner()).isNull();
            assertThat(first.escalate()).isFalse();
            assertThat(first.command())
                    .isEqualTo(
                            switch (path) {
                                case AUTOMATED -> null;
                                case ASSISTED -> Command.DRAFT_ONLY;
                                case HUMAN -> Command.SILENCE;
                            });
        });
        assertThat(desk.state.getStartPath()).isEqualTo(path);
    }

    @Test
    @Tag("R01")
    @Tag("R06")
    void tierThreeGoesToAHumanWithTheFirstMessageWhateverItSays() {
        Desk desk = new Desk(RULES, Told.customer());
        desk.arrives(told.started(0, "contract"), told.replies(1, "Hello, how can I help?"));
        assertThat(desk.escalations).isEmpty();

        desk.arrives(told.says(2, "Hello, a lovely day, just one small thing."));

        assertThat(desk.escalations).containsExactly("conv-1/1");
        assertThat(desk.told).last().extracting(Ruling::rule).isEqualTo("hard:human-only");
    }

    @Test
    void tierThreeBringsAHumanEvenWhereThePolicyGivesTheSignalNoWeight() {
        Ruleset rules = TestRulesets.withSignal(RULES, Signal.HUMAN_ONLY, TestRulesets::disabled);
        Desk desk = new Desk(rules, Told.customer());

        desk.arrives(told.started(0, "contract"), told.says(2, "Hello"));

        assertThat(desk.escalations).hasSize(1);
    }

    @Test
    @Tag("T23")
    @Tag("T26")
    @Tag("R07")
    void withinAnEpisodeACategoryCanOnlyTierUp() {
        Desk desk = new Desk(RULES, Told.customer());
        desk.arrives(told.started(0, "how-to"), told.says(1, "A question"), told.replies(2, "Yes?"));
        assertThat(desk.state.getTier()).isEqualTo(1);

        List<Ruling> up = desk.arrives(told.says(3, "It is about the first steps", "onboarding"));
        assertThat(up).singleElement().satisfies(ruling -> {
            assertThat(ruling.rule()).isEqualTo("category-tier");
            assertThat(ruling.command()).isEqualTo(Command.DRAFT_ONLY);
            assertThat(ruling.path()).isEqualTo(Path.ASSISTED);
        });

        desk.arrives(told.says(10, "And how do I do that?", "how-to"));
        assertThat(desk.state.getTier()).isEqualTo(2);
        assertThat(desk.state.getOwner()).isEqualTo(Owner.ASSISTANT_REVIEWED);

        desk.arrives(told.says(20, "It is in the contract", "contract"));
        assertThat(desk.state.getTier()).isEqualTo(3);
        assertThat(desk.escalations).hasSize(1);
    }

    @Test
    @Tag("T17")
    void anAmountOverTheLimitIsTierThreeWhateverTheCategory() {
        Desk desk = new Desk(RULES, Told.customer());

        desk.arrives(told.started(0, "how-to"), told.message(1, "About my invoice", null, null, 700.0));

        assertThat(desk.told).last().satisfies(ruling -> {
            assertThat(ruling.escalate()).isTrue();
            assertThat(ruling.tier()).isEqualTo(3);
            assertThat(ruling.rule()).isEqualTo("hard:amount-at-stake");
        });
    }

    @Test
    @Tag("G04")
    void withoutConsentTheAssistantIsSilentAndAHumanTakesTheFirstMessage() {
        Desk desk = new Desk(RULES, Told.customer());

        desk.arrives(told.started(0, "how-to", false));
        assertThat(desk.assistant).isEqualTo(Command.SILENCE);
        assertThat(desk.told).last().extracting(Ruling::rule).isEqualTo("no-consent");
        assertThat(desk.escalations).isEmpty();

        desk.arrives(told.says(1, "Hello"));
        assertThat(desk.escalations).hasSize(1);
        assertThat(desk.told).last().extracting(Ruling::rule).isEqualTo("hard:no-consent");
        assertThat(desk.state.getTier()).isEqualTo(3);
    }

    @Test
    @Tag("G04")
    void consentWithdrawnWhileTheCustomerWaitsBringsAHumanAtOnce() {
        for (boolean inJourney : new boolean[] {true, false}) {
            Desk desk = new Desk(RULES, Told.customer());
            desk.arrives(told.started(0, "how-to"), told.says(1, "Where is the export?"));
            var refused = Told.customer();
            refused.setAutomationConsent(false);

            desk.arrives(inJourney ? told.journey(2, refused) : told.consents(2, false));

            assertThat(desk.escalations).hasSize(1);
            assertThat(desk.told).last().extracting(Ruling::rule).isEqualTo("hard:no-consent");
            assertThat(desk.assistant).isEqualTo(Command.SILENCE);
        }
    }

    @Test
    void consentSaidInTheConversationOutlivesAJourneyThatKnowsOfNone() {
        Desk desk = new Desk(RULES, Told.customer());

        desk.arrives(told.started(0, "how-to", false), told.journey(1, Told.customer()));

        assertThat(desk.state.getCustomer().getAutomationConsent()).isFalse();
    }

    @Test
    @Tag("S08")
    void aCustomerWhoGrowsIntoAHigherSegmentMovesUpAtOnce() {
        Desk desk = new Desk(RULES, Told.customer());
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where is the export?"), told.replies(2, "There."));

        List<Ruling> up = desk.arrives(told.journey(3, Told.customer("enterprise")));

        assertThat(up).singleElement().satisfies(ruling -> {
            assertThat(ruling.rule()).isEqualTo("segment-tier");
            assertThat(ruling.tier()).isEqualTo(2);
            assertThat(ruling.command()).isEqualTo(Command.DRAFT_ONLY);
        });
        desk.arrives(told.journey(4, Told.customer()));
        assertThat(desk.state.getTier()).as("what only the segment asked for").isEqualTo(1);
        assertThat(desk.assistant).isEqualTo(Command.RESUME);
    }

    @Test
    @Tag("S08")
    @Tag("T26")
    void whatTheIssueAsksForStandsWhenTheCustomerMovesDown() {
        Desk desk = new Desk(RULES, Told.customer("enterprise"));
        desk.arrives(told.started(0, "onboarding"), told.journey(1, Told.customer()));

        assertThat(desk.state.getTier()).isEqualTo(2);
    }

    @Test
    @Tag("T22")
    void aCheckBeginsWithTheScoreAndEndsWhenTheEvidenceHasFaded() {
        Ruleset rules = TestRulesets.withSignal(
                RULES,
                Signal.ESCALATION_KEYWORDS,
                rule -> TestRulesets.withLife(TestRulesets.withWeight(rule, 3), TestRulesets.MINUTE, 0));
        Desk desk = new Desk(rules, Told.customer());
        desk.arrives(told.started(0, "how-to"), told.replies(1, "Hello"), told.says(2, "This is unacceptable"));
        assertThat(desk.state.getOwner()).isEqualTo(Owner.ASSISTANT_REVIEWED);
        assertThat(desk.told)
                .last()
                .extracting(Ruling::rule, Ruling::command)
                .containsExactly("review", Command.DRAFT_ONLY);
        assertThat(desk.state.getTier()).isEqualTo(1);

        desk.arrives(told.replies(30, "I am sorry."), told.says(70, "Where is the export?"));

        assertThat(desk.told)
                .filteredOn(Ruling::changed)
                .last()
                .extracting(Ruling::rule, Ruling::command)
                .containsExactly("review-ended", Command.RESUME);
        assertThat(desk.state.getOwner()).isEqualTo(Owner.ASSISTANT);
    }
}
