// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bench.events.Flavour;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void aFewProgramsRunInOneGroupACommitInterval() {
        Plan plan = plan(Variant.PASSTHROUGH_TUNED, Variant.IDIOMATIC, Variant.ROUTER_GIVEN, Variant.ROUTER_TEXT);

        assertThat(plan.groups()).extracting(Group::commitMs).containsExactly(100, 1000);
        assertThat(plan.groups().get(0).members()).hasSize(4);
        assertThat(plan.cases()).isEmpty();
    }

    @Test
    void theRouterIsOneProgramWhoeverJudgesTheMessages() {
        Group group = plan(Variant.IDIOMATIC, Variant.ROUTER_GIVEN, Variant.ROUTER_TEXT)
                .groups()
                .get(0);
        Group.Member router = group.members().get(1);

        assertThat(group.hosts())
                .extracting(Group.Member::variant)
                .containsExactly(Variant.IDIOMATIC, Variant.ROUTER_GIVEN);
        assertThat(group.host(group.members().get(2))).isEqualTo(router);
        assertThat(group.flavours(router)).containsExactly(Flavour.GIVEN, Flavour.TEXT);
        assertThat(group.key(router)).isEqualTo("both.router");
    }

    @Test
    void aRouterOverTextAloneHasAProgramOfItsOwn() {
        Group group = plan(Variant.ROUTER_TEXT).groups().get(0);

        assertThat(group.hosts()).isEqualTo(group.members());
        assertThat(group.key(group.members().get(0))).isEqualTo("text.router");
    }

    @Test
    void manyProgramsAreGroupedByTheirEventsSoThatTheyFitIntoMemory() {
        Plan plan = plan(Variant.values());

        assertThat(plan.groups())
                .hasSize(4)
                .allSatisfy(group -> assertThat(group.members())
                        .hasSizeLessThanOrEqualTo(6)
                        .extracting(member -> member.variant().flavour())
                        .containsOnly(group.members().get(0).variant().flavour()));
    }

    @Test
    void whatIsHeldAgainstTheRouterRunsBesideIt() {
        List<Group> cases = plan(Variant.values()).cases();

        assertThat(cases).extracting(Group::name).containsExactly("cases", "instances");
        assertThat(cases)
                .allSatisfy(
                        group -> assertThat(group.members().get(0).variant()).isEqualTo(Variant.ROUTER_GIVEN));
    }

    @Test
    void flinkRunsApartBesideTheRouterAndItsOwnRule() {
        Plan plan = plan(Variant.FLINK_HASH_MAP);

        assertThat(plan.groups()).isEmpty();
        assertThat(plan.cases()).isEmpty();
        assertThat(plan.flink()).extracting(Group::commitMs).containsExactly(100, 1000);
        assertThat(plan.flink())
                .allSatisfy(group -> assertThat(group.members())
                        .extracting(Group.Member::variant)
                        .containsExactly(Variant.ROUTER_GIVEN, Variant.IDIOMATIC, Variant.FLINK_HASH_MAP))
                .allSatisfy(group -> assertThat(group.members())
                        .extracting(Group.Member::key)
                        .containsExactly(
                                "flinkHashMap.given.router",
                                "flinkHashMap.given.idiomatic",
                                "flinkHashMap.given.idiomatic"));
    }

    @Test
    void routersThatAreFedTheSameMustAgree() {
        List<Group.Member> members = plan(Variant.values()).cases().get(0).members();

        assertThat(members).extracting(Group.Member::key).containsOnly("given.router");
    }

    @Test
    void routersWithMoreConversationsNeedNotAgreeWithThoseWithFew() {
        List<Group.Member> members =
                Growth.group(plan(Variant.ROUTER_GIVEN), 400, "1g").members();

        assertThat(members).extracting(Group.Member::key).doesNotHaveDuplicates();
        assertThat(members).extracting(Group.Member::fill).containsExactly(10L, 400L);
    }

    @Test
    void programsThatDoLittleGetLongerSlices() {
        Group group =
                plan(Variant.PASSTHROUGH_TUNED, Variant.ROUTER_GIVEN).groups().get(0);

        assertThat(group.members())
                .extracting(member -> group.slice(member.variant(), member.load()))
                .containsExactly(4_000L, 1_000L);
    }

    private static Plan plan(Variant... variants) {
        return new Plan(Arrays.asList(variants), List.of(100, 1000), 3, 1_000, null, 1, 500, "2g");
    }
}
