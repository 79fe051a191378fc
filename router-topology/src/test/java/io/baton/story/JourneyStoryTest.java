// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.ConversationDecision;
import io.baton.event.EscalationReason;
import io.baton.event.Owner;
import io.baton.event.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who the customer is decides who answers: the edges of every rule about the customer, through the whole topology. */
class JourneyStoryTest {

    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final Story story = new Story();

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    @Tag("T13")
    void theThirdContactOnTheSameIssueWithinSevenDaysGoesToAHuman() {
        isHelped("c-1", "how-to");
        hoursPass(3 * 24);
        isHelped("c-2", "how-to");
        hoursPass(4 * 24 - 1);
        asks("c-3", "how-to");

        assertThat(story.escalations("c-1")).isEmpty();
        assertThat(story.escalations("c-2")).isEmpty();
        assertThat(story.escalations("c-3")).singleElement().satisfies(packet -> {
            assertThat(packet.getReasons())
                    .extracting(EscalationReason::getSignal)
                    .contains("repeat-contact");
            assertThat(packet.getHistory().getSameCategory7d()).isEqualTo(3);
            assertThat(packet.getCustomerMessage()).contains("several times");
        });
    }

    @Test
    @Tag("T13")
    void oneIssueIsOneHoweverItsCategoryIsSpelt() {
        isHelped("c-1", "billing-question");
        isHelped("c-2", "Billing Question ");
        asks("c-3", "BILLING_QUESTION");

        assertThat(story.escalations()).singleElement().satisfies(packet -> {
            assertThat(packet.getConversationId()).isEqualTo("c-3");
            assertThat(packet.getCategory()).isEqualTo("billing-question");
        });
    }

    /** What the policy does not know stays as it came: two names are two issues. */
    @Test
    @Tag("T13")
    void unknownCategoriesAreTakenAsTheyCome() {
        isHelped("c-1", "Gadgets");
        isHelped("c-2", "gadgets");
        asks("c-3", "gadgets");

        assertThat(story.escalations()).isEmpty();
    }

    @Test
    @Tag("T13")
    void onTheEighthDayTheFirstContactNoLongerCounts() {
        isHelped("c-1", "how-to");
        hoursPass(3 * 24);
        isHelped("c-2", "how-to");
        hoursPass(4 * 24);
        asks("c-3", "how-to");

        assertThat(story.escalations()).isEmpty();
    }

    @Test
    @Tag("T13")
    void contactsAboutOtherIssuesAndOfOtherCustomersDoNotCount() {
        asks("c-1", "how-to");
        asks("c-2", "plan-change");
        story.conversation("c-3", "somebody-else").starts("how-to").customerSays("How do I rename a board?");
        asks("c-4", "how-to");

        assertThat(story.escalations()).isEmpty();
    }

    @Test
    @Tag("T13")
    void theIssueMayBeNamedByTheMessage() {
        asks("c-1", "how-to");
        asks("c-2", "how-to");
        story.conversation("c-3", "cust-1")
                .starts(Map.of())
                .tell("conversation.customer-message", Map.of("text", "And where is the menu?", "category", "how-to"));

        assertThat(story.escalations("c-3")).hasSize(1);
    }

    @Test
    @Tag("T13")
    void whatAHumanHasLookedAtMayGoBackToTheAssistant() {
        asks("c-1", "how-to");
        asks("c-2", "how-to");
        asks("c-3", "how-to")
                .agentJoins("agent-7")
                .agentSays("agent-7", "I have seen it, the assistant can show you the menu.")
                .returnsToAutomation()
                .customerSays("Fine, where is it?");

        assertThat(story.escalations("c-3")).hasSize(1);
        assertThat(story.decisions())
                .last()
                .satisfies(decision -> assertThat(decision.getOwner()).isEqualTo(Owner.ASSISTANT));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @Tag("T17")
    @Tag("T26")
    @CsvSource({
        "500.00, USD, false",
        "500.01, USD, true",
        "462.96, EUR, false", // 500.00 at the rate of the default policy
        "462.97, EUR, true",
        "500.00, usd, false", // however the code is written
        "462.96, eur, false",
        "462.97, eur, true",
        "500.00, , false",
        "3.00, XAF, true" // a currency without a rate
    })
    void moreThanFiveHundredGoesToAHuman(double amount, String currency, boolean escalates) {
        Map<String, Object> message = new HashMap<>(Map.of("text", "It is about my invoice.", "amount", amount));
        message.put("currency", currency);
        story.conversation("c-1").starts("billing-question").tell("conversation.customer-message", message);

        assertThat(story.escalations("c-1")).hasSize(escalates ? 1 : 0);
    }

    @Test
    @Tag("T17")
    void aDisputedChargeOfAnyAmountGoesToAHuman() {
        story.conversation("c-1")
                .starts("how-to")
                .tell(
                        "conversation.customer-message",
                        Map.of("text", "About 3 dollars", "amount", 3.0, "disputed", true));

        assertThat(story.escalations("c-1"))
                .singleElement()
                .satisfies(packet -> assertThat(packet.getTier()).isEqualTo(3));
    }

    @ParameterizedTest(name = "on day {0}: {1}")
    @Tag("S04")
    @CsvSource({"1, new-customer", "60, new-customer", "61, self-service"})
    void theFirstSixtyDaysAreProtected(int day, String segment) {
        profile(Map.of("customerSince", today().minusDays(day - 1).toString()));
        asks("c-1", "how-to");

        assertThat(decision("c-1").getSegment()).isEqualTo(segment);
    }

    @ParameterizedTest(name = "{0} days to the renewal of {1}: {2}")
    @Tag("T16")
    @CsvSource({
        "7, 5000, ASSISTED",
        "8, 5000, AUTOMATED",
        "0, 5000, ASSISTED",
        "-1, 5000, AUTOMATED",
        "7, , ASSISTED",
        "7, 120, AUTOMATED"
    })
    void aSimpleQuestionAWeekBeforeRenewalIsNoSimpleQuestion(int days, Double value, Path path) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("renewalOn", today().plusDays(days).toString());
        facts.put("annualValue", value);
        profile(facts);
        asks("c-1", "how-to");

        assertThat(decision("c-1").getPath()).isEqualTo(path);
    }

    @Test
    @Tag("S09")
    void threeEscalationsWithinSixMonthsTeachThatACustomerPrefersPeople() {
        isHandedOver("c-1");
        hoursPass(24 * 91);
        isHandedOver("c-2");
        hoursPass(24 * 91);
        asks("c-3", "how-to");
        assertThat(decision("c-3").getPath()).isEqualTo(Path.AUTOMATED);

        isHandedOver("c-4");
        asks("c-5", "plan-change");

        assertThat(decision("c-5").getSegment()).isEqualTo("human-first");
        assertThat(story.escalations("c-5")).hasSize(1);
    }

    @Test
    @Tag("S09")
    void afterSixMonthsAnEscalationIsForgotten() {
        isHandedOver("c-1");
        hoursPass(24 * 92);
        isHandedOver("c-2");
        hoursPass(24 * 92);
        isHandedOver("c-3");
        asks("c-4", "plan-change");

        assertThat(decision("c-4").getPath()).isEqualTo(Path.AUTOMATED);
        assertThat(story.escalations("c-4")).isEmpty();
    }

    @ParameterizedTest(name = "usage {0}, {1}, \"{2}\": {3}")
    @Tag("T14")
    @CsvSource({
        "-0.4, data-export, Where is it?, true",
        "-0.4, how-to, How can I export all our data?, true",
        "-0.39, data-export, How can I export all our data?, false",
        "-0.4, how-to, How do I rename a board?, false"
    })
    void lessUsageAndAQuestionAboutExportIsACustomerPackingUp(
            double usage, String category, String text, boolean escalates) {
        profile(Map.of("usageChange", usage));
        story.conversation("c-1", "cust-1").starts(category).customerSays(text);

        assertThat(story.escalations("c-1")).hasSize(escalates ? 1 : 0);
        assertThat(story.escalations("c-1"))
                .allSatisfy(packet -> assertThat(packet.getReasons())
                        .extracting(EscalationReason::getSignal)
                        .contains("retention-risk"));
    }

    @ParameterizedTest(name = "{0}")
    @Tag("S06")
    @Tag("R03")
    @CsvSource({
        "'{\"annualValue\":50000}', HUMAN",
        "'{\"annualValue\":49999}', ASSISTED",
        "'{\"annualValue\":9999}', AUTOMATED",
        "'{\"atRisk\":true}', HUMAN",
        "'{\"health\":39}', HUMAN",
        "'{\"health\":40}', AUTOMATED",
        "'{\"openBillingDispute\":true}', ASSISTED",
        "'{\"openBillingDispute\":true,\"usageChange\":-0.25}', ASSISTED",
        "'{\"plan\":\"enterprise\"}', ASSISTED",
        "'{\"prefersHuman\":true}', HUMAN"
    })
    void threeWaysByWhoTheCustomerIs(String facts, Path path) throws Exception {
        profile(new com.fasterxml.jackson.databind.ObjectMapper().readValue(facts, Map.class));
        asks("c-1", "how-to");

        assertThat(story.decisions())
                .last()
                .satisfies(decision -> assertThat(decision.getPath()).isEqualTo(path));
        assertThat(story.escalations("c-1")).hasSize(path == Path.HUMAN ? 1 : 0);
    }

    @Test
    @Tag("S08")
    void aContractThatExpandsMovesAConversationInProgressAndTheDecisionSaysWhy() {
        profile(Map.of("annualValue", 5000.0));
        asks("c-1", "how-to");

        profile(Map.of("annualValue", 60_000.0));

        assertThat(story.escalations("c-1")).hasSize(1);
        assertThat(story.decisions()).last().satisfies(decision -> {
            assertThat(decision.getTier()).isEqualTo(3);
            assertThat(decision.getSegment()).isEqualTo("high-value-or-at-risk");
            assertThat(decision.getExplanation()).contains("segment");
        });
    }

    @Test
    @Tag("S08")
    void fallingHealthTightensUntilItRecovers() {
        profile(Map.of("usageChange", -0.5));
        story.conversation("c-1", "cust-1").starts("how-to").customerSays("How do I rename a board?");
        assertThat(decision("c-1").getPath()).isEqualTo(Path.ASSISTED);

        profile(Map.of("usageChange", 0.0));

        assertThat(story.decisions()).last().satisfies(decision -> {
            assertThat(decision.getTier()).isEqualTo(1);
            assertThat(decision.getPath()).isEqualTo(Path.AUTOMATED);
            assertThat(decision.getRule()).isEqualTo("segment-tier");
            assertThat(decision.getExplanation()).contains("Self-service");
        });
    }

    @Test
    @Tag("T15")
    void aBadSurveyMakesTheNextConversationAWatchedOne() {
        asks("c-1", "how-to").isResolvedBy("assistant").surveyed(1);
        asks("c-2", "plan-change");

        assertThat(decision("c-2").getSegment()).isEqualTo("watched");
        assertThat(decision("c-2").getPath()).isEqualTo(Path.ASSISTED);
    }

    @Test
    @Tag("R07")
    @Tag("T23")
    void aCriterionMovesAConversationOnItsWay() {
        Conversation conversation = story.conversation("c-1").starts("how-to");
        for (int turn = 0; turn < 3; turn++) {
            conversation.asksForHuman().agentJoins("agent-7").returnsToAutomation();
        }
        conversation.customerSays("How do I rename a board?");

        assertThat(story.decisions()).extracting(ConversationDecision::getTier).endsWith(3);
        assertThat(story.escalations("c-1")).hasSize(4);
    }

    private Conversation asks(String conversation, String category) {
        return story.conversation(conversation, "cust-1").starts(category).customerSays("How do I rename a board?");
    }

    /** Takes four seconds. */
    private void isHelped(String conversation, String category) {
        asks(conversation, category)
                .assistantSays("Open the board and choose Rename.", 0.95)
                .isResolvedBy("assistant");
    }

    private void isHandedOver(String conversation) {
        asks(conversation, conversation.equals("c-1") ? "feature-request" : "onboarding")
                .asksForHuman()
                .agentJoins("agent-7")
                .isResolvedBy("agent");
    }

    private void profile(Map<String, ?> facts) {
        story.send(story.topics.customerProfiles(), "customer.profile-updated", "cust-1", "cust-1", facts);
    }

    private ConversationDecision decision(String conversation) {
        List<ConversationDecision> all = story.decisions().stream()
                .filter(decision -> decision.getConversationId().equals(conversation))
                .toList();
        return all.get(all.size() - 1);
    }

    private void hoursPass(long hours) {
        story.jump(hours * HOUR - 4);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(story.now(), ZoneOffset.UTC);
    }
}
