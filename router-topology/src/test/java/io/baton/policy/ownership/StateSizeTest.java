// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Resolver;
import io.baton.modelfile.Models;
import io.baton.policy.learning.KnownModel;
import io.baton.policy.learning.KnownModels;
import io.baton.policy.learning.ModelMood;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.ruleset.TextModelRule;
import io.baton.policyfile.ShippedWords;
import io.baton.state.ConversationState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is stored a turn. Ids and texts are as long as in practice. */
class StateSizeTest {

    private static final int MEDIAN_LIMIT = 512;
    private static final int GROWTH_LIMIT = 24;

    @Test
    void stateDoesNotGrowWithTheNumberOfTurns() {
        int five = sizeWithoutHandover(5 * 4);
        int fiveHundred = sizeWithoutHandover(500);

        assertThat(fiveHundred - five)
                .as("%d bytes after 20 turns, %d after 500: only counters may take another byte", five, fiveHundred)
                .isBetween(-GROWTH_LIMIT, GROWTH_LIMIT);
        assertThat(sizeWithoutHandover(5)).isLessThanOrEqualTo(five);
    }

    @Test
    void whereAnEscalationStandsTakesAtMost100Bytes() {
        int handover = sizeAfter(500) - sizeWithoutHandover(500);

        assertThat(handover).isBetween(1, 100);
    }

    @Test
    void theMedianStateIsAtMost512Bytes() {
        List<Integer> sizes = new ArrayList<>();
        for (int turns = 1; turns <= 60; turns++) {
            sizes.add(sizeAfter(turns));
        }
        Collections.sort(sizes);

        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(MEDIAN_LIMIT);
    }

    @Test
    void aTextModelAddsAtMost200Bytes() {
        KnownModels models = Models.shipped();
        KnownModel shipped = models.base(new TextModelRule(TextModelRule.Use.SHIPPED, 0, TextModelRule.OFF.learning()));
        Conversations read =
                new Conversations(TestRulesets.standard(), new ModelMood(models, shipped, ShippedWords.scorer()));
        for (int turns = 1; turns <= 60; turns++) {
            int with = sizeAfter(turns, new Desk(read, Told.customer()));

            assertThat(with - sizeAfter(turns)).isBetween(150, 200);
        }
    }

    @Test
    void anEndedConversationIsNoLargerThanAnOpenOne() {
        Told told = new Told();
        Desk desk = new Desk(TestRulesets.standard(), Told.customer());
        desk.arrives(told.started(0, "how-to"), told.says(1, "Where?"), told.requests(2), told.joins(10));
        desk.arrives(told.resolved(20, Resolver.AGENT), told.closed(30, "resolved"), told.survey(40, 5));

        assertThat(Desk.bytes(desk.state).length).isLessThanOrEqualTo(MEDIAN_LIMIT);
    }

    private static int sizeAfter(int turns) {
        return sizeAfter(turns, new Desk(TestRulesets.standard(), Told.customer()));
    }

    /** A conversation that waits for a human says where; that comes once and does not grow. */
    private static int sizeWithoutHandover(int turns) {
        ConversationState state = after(turns, new Desk(TestRulesets.standard(), Told.customer()));
        state.setHandover(null);
        return Desk.bytes(state).length;
    }

    private static int sizeAfter(int turns, Desk desk) {
        return Desk.bytes(after(turns, desk)).length;
    }

    private static ConversationState after(int turns, Desk desk) {
        Told told = new Told();
        desk.arrives(told.started(0, "how-to"));
        for (int turn = 0; turn < turns; turn++) {
            int at = 1 + turn * 20;
            desk.arrives(
                    told.message(at, "How do I set up report number " + turn + " for my team?", null, 0.1, null),
                    told.replies(at + 5, "Open the settings, then choose template " + turn + " and save it."));
        }
        return desk.state;
    }
}
