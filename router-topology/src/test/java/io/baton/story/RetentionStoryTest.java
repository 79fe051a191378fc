// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.StoreLayout;
import io.baton.names.Stores;
import io.baton.policyfile.DefaultPolicy;
import io.baton.processor.TimeMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of a customer who never comes back, live and in a replay alike: nothing, once retention is over. */
@Tag("G03")
class RetentionStoryTest {

    private static final long JOURNEY_DAYS =
            Duration.ofMillis(DefaultPolicy.ruleset().retention().journey()).toDays();

    private static Story story(TimeMode mode) {
        return new Story(mode, StoreLayout.PACKED);
    }

    private static List<String> of(Story story, String store) {
        return story.stored().stream()
                .filter(entry -> entry.startsWith(store + " "))
                .toList();
    }

    private static void profile(Story story, String customer) {
        story.send(
                story.topics.customerProfiles(),
                "customer.profile-updated",
                customer,
                customer,
                Map.of("segment", "enterprise", "plan", "pro"));
    }

    @ParameterizedTest
    @EnumSource(TimeMode.class)
    void afterRetentionNothingIsLeftOfACustomerWhoNeverComesBack(TimeMode mode) {
        try (Story story = story(mode)) {
            // given
            profile(story, "cust-1");
            story.conversation("c-1", "cust-1")
                    .starts("how-to")
                    .customerSays("How do I rename a board?")
                    .assistantSays("Open it and choose Rename.", 0.95)
                    .isResolvedBy("assistant");

            // when
            story.afterDays(JOURNEY_DAYS - 1);
            List<String> shortlyBefore = of(story, Stores.CUSTOMER_JOURNEY);
            story.afterDays(2);

            // then
            assertThat(shortlyBefore).hasSize(1);
            assertThat(of(story, Stores.CUSTOMER_JOURNEY)).isEmpty();
            assertThat(story.stored()).noneMatch(entry -> entry.contains("cust-1") || entry.contains("c-1"));
        }
    }

    @ParameterizedTest
    @EnumSource(TimeMode.class)
    void aCustomerOfWhomOnlyAFactIsKnownIsForgottenToo(TimeMode mode) {
        try (Story story = story(mode)) {
            profile(story, "cust-1");

            story.afterDays(JOURNEY_DAYS + 1);

            assertThat(of(story, Stores.CUSTOMER_JOURNEY)).isEmpty();
            assertThat(of(story, Stores.PENDING_TIMERS)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TimeMode.class)
    void oneWhoComesBackIsKeptAndHasOneTimer(TimeMode mode) {
        try (Story story = story(mode)) {
            // given
            profile(story, "cust-1");
            story.conversation("c-1", "cust-1")
                    .starts("how-to")
                    .customerSays("How?")
                    .isResolvedBy("assistant");

            // when
            story.afterDays(JOURNEY_DAYS - 10);
            story.conversation("c-2", "cust-1")
                    .starts("how-to")
                    .customerSays("How?")
                    .isResolvedBy("assistant");
            story.afterDays(100);

            // then
            assertThat(of(story, Stores.CUSTOMER_JOURNEY))
                    .singleElement()
                    .asString()
                    .contains("c-2", "enterprise")
                    .doesNotContain("c-1");
            assertThat(of(story, Stores.PENDING_TIMERS)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TimeMode.class)
    @Tag("G04")
    void aWithdrawnConsentOutlivesRetentionAndNothingElseDoes(TimeMode mode) {
        try (Story story = story(mode)) {
            profile(story, "cust-1");
            story.conversation("c-1", "cust-1").tell("customer.consent-changed", Map.of("automation", false));

            story.afterDays(JOURNEY_DAYS + 1);

            assertThat(of(story, Stores.CUSTOMER_JOURNEY))
                    .singleElement()
                    .asString()
                    .contains("cust-1")
                    .doesNotContain("enterprise");
            assertThat(of(story, Stores.PENDING_TIMERS)).isEmpty();
        }
    }
}
