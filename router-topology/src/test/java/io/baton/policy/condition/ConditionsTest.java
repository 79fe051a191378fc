// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.policy.signal.Signal;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.SignalMemory;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    private static final long DAY = 86_400_000;
    private static final long NOW = 20_000 * DAY + 3_600_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer.annualValue >= 50000",
                "customer.annualValue >= 50000.0 && customer.plan == 'enterprise'",
                "customer.usageChange <= -0.7",
                "customer.daysAsCustomer == 30 && customer.daysToRenewal == 5",
                "customer.hasDedicatedContact && !customer.refusesAutomation",
                "customer.segment in ['enterprise', 'mid']",
                "conversation.category.startsWith('billing')",
                "conversation.category.matches('^billing-(question|dispute)$')",
                "conversation.amount > 500 && conversation.disputed",
                "'distress' in conversation.signals",
                "conversation.path == 'AUTOMATED' && conversation.tier == 1 && conversation.episode == 2",
                "conversation.minutesOpen == 15 && conversation.sentiment <= -0.3",
                "[customer.atRisk, customer.health < 40, conversation.disputed].filter(sign, sign).size() == 2"
            })
    void conditionHoldsOverWhatIsKnown(String expression) {
        assertThat(compiled(expression).holds(new Facts(customer(), conversation(), NOW)))
                .isTrue();
    }

    /** Taken apart or as a whole, with answers kept or not: the engine's answer is the only one there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer.usageChange <= -0.4 && conversation.category == 'data-export'",
                "-0.4 >= customer.usageChange && 'a' != customer.plan && !customer.atRisk",
                "customer.atRisk && customer.health < 40 && conversation.sentiment <= -0.3",
                "(customer.health < 40 || customer.atRisk) && 2 < conversation.tier",
                "customer.health > 10 && conversation.amount == 500.0 && conversation.disputed == false",
                "customer.health / conversation.escalations > 2 && customer.atRisk",
                "[customer.atRisk, customer.health < 40].filter(s, s).size() >= 1 && conversation.sentiment < 0",
                "'distress' in conversation.signals && conversation.category in ['how-to', 'data-export']",
                "customer.plan < 'm' && customer.daysToRenewal <= 7"
            })
    void aConditionTakenApartSaysWhatTheWholeSays(String expression) {
        Condition apart = compiled(expression);
        Condition whole = compiled("(" + expression + ") || 1 == 2");
        Random random = new Random(11);
        int held = 0;
        for (int i = 0; i < 2_000; i++) {
            Facts facts = random(random);
            boolean expected = whole.holds(facts);
            assertThat(apart.holds(facts)).as("%s", facts).isEqualTo(expected);
            held += expected ? 1 : 0;
        }
        assertThat(held).as("facts on which it holds").isPositive();
    }

    private static Facts random(Random random) {
        CustomerSnapshot customer = customer();
        customer.setAtRisk(random.nextBoolean());
        customer.setHealth(random.nextInt(4) == 0 ? null : random.nextInt(100));
        customer.setUsageChange(random.nextInt(4) == 0 ? null : (random.nextInt(21) - 10) / 10.0f);
        customer.setPlan(random.nextBoolean() ? "a" : "z");
        ConversationState conversation = conversation();
        conversation.setCategory(
                List.of("data-export", "how-to", "billing-question").get(random.nextInt(3)));
        conversation.setAmount(random.nextInt(3) == 0 ? null : random.nextInt(3) * 500.0);
        conversation.setDisputed(random.nextBoolean());
        conversation.setEscalations(random.nextInt(3));
        conversation.setTier(1 + random.nextInt(3));
        conversation.getFigures().setSentimentLast((random.nextInt(21) - 10) / 10.0f);
        return new Facts(customer, conversation, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "customer.annualValue,0.0",
        "customer.plan,''",
        "customer.lifecycle,''",
        "customer.health,100",
        "customer.usageChange,0.0",
        "customer.daysAsCustomer,99999",
        "customer.daysToRenewal,99999",
        "conversation.category,''",
        "conversation.amount,0.0",
        "conversation.intensity,1",
        "conversation.signals,[]"
    })
    void unknownIsAHarmlessValue(String name, String value) {
        Facts nothing = new Facts(nobody(), null, NOW);
        assertThat(variable(name).reading().apply(nothing).toString()).isEqualTo(value);
    }

    @Test
    void renewalThatHasPassedIsFarAway() {
        CustomerSnapshot customer = customer();
        customer.setRenewalDay(19_999);
        assertThat(compiled("customer.daysToRenewal <= 7").holds(new Facts(customer, null, NOW)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer.anualValue > 3 | undeclared reference | 0",
                "customer.health | expected type 'bool' but found 'int' | 8",
                "customer.plan == 3 | no matching overload | 14",
                "customer.health > | mismatched input | 17",
                "customer.plan.matches('(') | not a usable pattern: error parsing regexp | 22",
                "customer.plan.matches('(a{100}){100}') | exceeds allowed program size | 22",
                "customer.plan.matches(conversation.category) | must be written out | 34",
                "java.lang.System.exit(0) == 1 | undeclared reference | 0"
            })
    void wrongExpressionIsRejectedWithItsPlace(String expression, String message, int offset) {
        Compiled.Rejected rejected = rejected(expression);
        assertThat(rejected.message()).contains(message).doesNotContain("\n");
        assertThat(rejected.offset()).isEqualTo(offset);
    }

    @Test
    void lengthDepthAndSizeAreBounded() {
        assertThat(rejected("true" + " && true".repeat(250)).message()).contains("too long");
        assertThat(rejected("true" + "&&true".repeat(300)).message()).contains("node limit");
        assertThat(rejected("(".repeat(60) + "true" + ")".repeat(60)).message()).contains("recursion limit");
    }

    @Test
    void evaluationThatFailsIsFalse() {
        Facts facts = new Facts(customer(), conversation(), NOW);
        assertThat(compiled("100 / (customer.daysToRenewal - 5) > 0").holds(facts))
                .isFalse();
    }

    @Test
    void iterationsOfOneEvaluationAreBounded() {
        String list = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]";
        String twice = list + ".all(a, " + list + ".all(b, true))";
        String thrice = list + ".all(a, " + list + ".all(b, " + list + ".all(c, true)))";
        Facts facts = new Facts(customer(), conversation(), NOW);
        assertThat(compiled(twice).holds(facts)).isTrue();
        assertThat(compiled(thrice).holds(facts)).isFalse();
    }

    @Test
    void segmentMayNotAskForWhatIsNotKnownYet() {
        assertThat(Conditions.compileForCustomer("customer.health < 40")).isInstanceOf(Compiled.Ok.class);
        assertThat(Conditions.compileForCustomer("customer.atRisk || conversation.tier == 3"))
                .isEqualTo(new Compiled.Rejected(
                        "conversation.tier is not known yet when segments are chosen",
                        "customer.atRisk || conversation".length()));
        assertThat(Conditions.compileForCustomer("customer.segment == 'x'")).isInstanceOf(Compiled.Rejected.class);
    }

    @Test
    void onlyOutreachMayAskForASignalAndItMayNotAskForAConversation() {
        String signal = "signal.kind == 'usage-drop' && customer.segment == 'x'";
        assertThat(Conditions.compileForSignal(signal)).isInstanceOf(Compiled.Ok.class);
        assertThat(Conditions.compile(signal))
                .isEqualTo(new Compiled.Rejected("signal.kind is only known in rules of outreach", "signal".length()));
        assertThat(Conditions.compileForSignal("conversation.tier == 3"))
                .isEqualTo(new Compiled.Rejected(
                        "conversation.tier is not known in rules of outreach", "conversation".length()));
    }

    @Test
    void namesThatAreComparedWithAreReported() {
        Compiled.Ok ok = (Compiled.Ok) Conditions.compile(
                "conversation.category in ['a', 'b'] || 'x' == customer.segment || 'urgency' in conversation.signals");
        assertThat(ok.mentions())
                .extracting(mention -> mention.variable() + "=" + mention.text())
                .containsExactlyInAnyOrder(
                        "conversation.category=a",
                        "conversation.category=b",
                        "customer.segment=x",
                        "conversation.signals=urgency");
    }

    @Test
    void everyVariableIsDocumentedAndReadable() {
        assertThat(Conditions.describe()).hasSizeGreaterThan(20).allSatisfy(variable -> {
            assertThat(variable.doc()).isNotBlank().doesNotContain("\n");
            assertThat(variable.name()).matches("(customer|conversation|signal)\\.[a-zA-Z]+");
            assertThat(variable.reading().apply(new Facts(nobody(), null, NOW))).isNotNull();
            assertThat(variable.reading().apply(new Facts(customer(), conversation(), NOW)))
                    .isNotNull();
        });
        assertThat(Conditions.describe()).extracting(Variable::name).doesNotHaveDuplicates();
    }

    @Test
    void conditionIsTheSameFromManyThreads() {
        Condition condition = compiled("customer.annualValue >= 50000 && 'distress' in conversation.signals");
        Facts facts = new Facts(customer(), conversation(), NOW);
        assertThat(IntStream.range(0, 20_000).parallel().allMatch(i -> condition.holds(facts)))
                .isTrue();
    }

    private static Condition compiled(String expression) {
        Compiled compiled = Conditions.compile(expression);
        assertThat(compiled).isInstanceOf(Compiled.Ok.class);
        return ((Compiled.Ok) compiled).condition();
    }

    private static Compiled.Rejected rejected(String expression) {
        Compiled compiled = Conditions.compile(expression);
        assertThat(compiled).isInstanceOf(Compiled.Rejected.class);
        return (Compiled.Rejected) compiled;
    }

    private static Variable variable(String name) {
        return Conditions.describe().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CustomerSnapshot nobody() {
        return CustomerSnapshot.newBuilder().setSegment("").build();
    }

    private static CustomerSnapshot customer() {
        return CustomerSnapshot.newBuilder()
                .setSegment("enterprise")
                .setAnnualValue(52_000.0)
                .setPlan("enterprise")
                .setHealth(38)
                .setUsageChange(-0.7f)
                .setCustomerSinceDay(19_970)
                .setRenewalDay(20_005)
                .setDedicatedContact("am-1")
                .build();
    }

    private static ConversationState conversation() {
        return ConversationState.newBuilder()
                .setCustomerId("c")
                .setConversationId("v")
                .setChannel("chat")
                .setCategory("billing-dispute")
                .setOwner(Owner.ASSISTANT)
                .setPath(Path.AUTOMATED)
                .setStartPath(Path.AUTOMATED)
                .setTier(1)
                .setEpisode(2)
                .setCustomer(customer())
                .setStartedAt(NOW - 15 * 60_000)
                .setEpisodeAt(NOW)
                .setLastAt(NOW)
                .setLastRank(2)
                .setDisputed(true)
                .setAmount(600.0)
                .setFigures(
                        ConversationFigures.newBuilder().setSentimentLast(-0.3f).build())
                .setSignals(List.of(new SignalMemory(Signal.DISTRESS.ordinal(), 1f, 1f, NOW, 1, "e")))
                .build();
    }
}
