// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.signal.Signal;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.SignalMemory;
import io.baton.store.RandomRecords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine is the judge: what is answered without it is answered as it would. */
class NativeTest {

    private static final long NOW = 20_000L * 86_400_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer.atRisk",
                "!customer.atRisk",
                "customer.atRisk == false || customer.openBillingDispute != false",
                "customer.plan == 'chat'",
                "'chat' != customer.plan",
                "customer.plan in ['chat', 'billing', 'Grüße']",
                "customer.plan in []",
                "!(customer.plan in ['chat', 'billing', 'Grüße'])",
                "customer.health < 40 || customer.annualValue >= 1.5 || customer.atRisk",
                "customer.health <= 40 && (customer.plan == '' || customer.lifecycle == 'en')",
                "1 > customer.health || customer.health >= 65535",
                "customer.health == 5 || customer.health != 1 && customer.lastCsat == 1",
                "customer.usageChange < 0.0 || customer.usageChange == 1.5",
                "customer.annualValue > 1e9 || -1.0 >= customer.annualValue",
                "customer.daysToRenewal <= 7 || customer.daysAsCustomer < 60",
                "'distress' in conversation.signals",
                "'distress' in conversation.signals || 'urgency' in conversation.signals",
                "!('distress' in conversation.signals) && conversation.assistantTurns > 0",
                "'no-such-signal' in conversation.signals",
                "conversation.language == 'en' || conversation.episode > 50",
                "conversation.category in ['how-to', 'billing'] || conversation.disputed",
                "conversation.amount > 0.0 || conversation.sentiment <= -0.5",
                "conversation.path == 'HUMAN' || conversation.tier >= 2 || conversation.minutesOpen > 100"
            })
    void answersAsTheEngineWould(String expression) {
        CelCondition plain = compiled(expression);
        CelCondition engine = compiled("(" + expression + ") ? true : false");
        assertThat(plain.conjuncts()).noneMatch(Evaluated.class::isInstance);
        assertThat(engine.conjuncts()).hasSize(1).allMatch(Evaluated.class::isInstance);

        RandomRecords random = new RandomRecords(expression.hashCode());
        for (int i = 0; i < 200; i++) {
            Facts facts = facts(random, i);
            assertThat(plain.holds(facts)).as("%s", facts).isEqualTo(engine.holds(facts));
        }
    }

    @Test
    void whatMayFailOrIsNoConstantIsLeftToTheEngine() {
        assertThat(compiled("customer.atRisk || 100 / customer.health > 3").conjuncts())
                .allMatch(Evaluated.class::isInstance);
        assertThat(compiled("customer.plan in [customer.lifecycle]").conjuncts())
                .allMatch(Evaluated.class::isInstance);
        assertThat(compiled("customer.health in [1, 2]").conjuncts()).allMatch(Evaluated.class::isInstance);
        assertThat(compiled("customer.plan.matches('a+') && !customer.atRisk").conjuncts())
                .hasSize(2)
                .last()
                .isInstanceOf(Evaluated.class);
    }

    private static Facts facts(RandomRecords random, int i) {
        CustomerSnapshot customer = random.any(CustomerSnapshot.class);
        if (i % 10 == 0) {
            return new Facts(customer, null, NOW);
        }
        ConversationState conversation = random.any(ConversationState.class);
        conversation.setSignals(
                switch (i % 3) {
                    case 0 -> List.of();
                    case 1 -> List.of(alive(Signal.URGENCY), alive(Signal.DISTRESS));
                    default -> List.of(alive(Signal.values()[i % Signal.values().length]));
                });
        return new Facts(customer, conversation, NOW);
    }

    private static SignalMemory alive(Signal signal) {
        return new SignalMemory(signal.ordinal(), 1f, 1f, NOW, 1, "e");
    }

    private static CelCondition compiled(String expression) {
        return (CelCondition) ((Compiled.Ok) Conditions.compile(expression)).condition();
    }
}
