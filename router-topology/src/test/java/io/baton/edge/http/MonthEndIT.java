// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A running router whose month ends: what it concludes from a day and a month of conversations of its own, as the page shows it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthEndIT {

    private static final int HANDED_OVER = 24;
    private static final Instant MIDNIGHT = YearMonth.now(ZoneOffset.UTC)
            .plusMonths(1)
            .atDay(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    private static final AtomicLong AHEAD = new AtomicLong();

    private static Page page;

    @BeforeAll
    static void aDay() throws Exception {
        goTo(MIDNIGHT.minus(Duration.ofMinutes(20)));
        page = Page.open(1280, 900, () -> new Served(() -> System.currentTimeMillis() + AHEAD.get()));
        for (int i = 0; i < HANDED_OVER; i++) {
            starts("early-" + i, "password-reset");
            page.served.tell("early-" + i, "conversation.human-requested", Map.of("via", "button"));
        }
        for (int i = 0; i < 12; i++) {
            solves("solved-" + i, "reset-link");
        }
        page.served.flush();
    }

    @AfterAll
    static void close() throws Exception {
        if (page != null) {
            page.close();
        }
    }

    private static void goTo(Instant time) {
        AHEAD.set(time.toEpochMilli() - System.currentTimeMillis());
    }

    /** Lets time pass by steps, the router has a moment at each, until the page shows something. */
    private static void passUntil(Duration step, String shown) throws InterruptedException {
        for (int i = 0; i < 18 && !page.browser.look(shown).asBoolean(false); i++) {
            AHEAD.addAndGet(step.toMillis());
            Thread.sleep(1_500);
        }
        page.browser.until(shown);
    }

    private static void starts(String id, String category) {
        page.served.tell(id, "conversation.started", Map.of("channel", "chat", "category", category));
        page.served.tell(id, "conversation.customer-message", Map.of("text", "I cannot log in"));
    }

    private static void solves(String id, String code) {
        starts(id, "data-export");
        page.served.tell(id, "conversation.assistant-reply", Map.of("text", "Use the link.", "confidence", 0.95));
        page.served.tell(id, "conversation.resolved", Map.of("by", "assistant", "resolution", code));
    }

    @Test
    @Order(1)
    void anAlertIsRaisedAndItsEndIsInTheHistory() throws Exception {
        page.show("alerts");
        page.served.await(
                "/api/v1/figures?channel=automated",
                seen -> seen.at("/measures/escalated/numerator").asInt() == HANDED_OVER);

        passUntil(
                Duration.ofMinutes(1),
                "[...document.querySelectorAll('.card.off-target h2')].some((title) =>"
                        + " title.textContent === 'escalation rate')");
        assertThat(page.browser.look("document.querySelector('.log').innerText").asText())
                .contains("raised", "escalation-rate");
    }

    @Test
    @Order(2)
    @Tag("R09")
    void aProposalOfTheNewMonthStandsOnThePolicyPage() throws Exception {
        page.show("policy");
        goTo(MIDNIGHT.plusSeconds(30));

        page.browser.until("document.querySelector('.proposal') !== null");

        assertThat(page.browser
                        .look("document.querySelector('.proposal').innerText")
                        .asText())
                .contains(
                        "password-reset",
                        "tier-up-escalations",
                        "24 of 24 conversations of the last month were escalated");
    }

    @Test
    @Order(3)
    @Tag("H10")
    void thePacketOfTheNextDayNamesWhatHeldBefore() throws Exception {
        // A packet names what was counted before its day once that has surely been read, an hour later.
        AHEAD.addAndGet(61 * 60_000);
        solves("next-day", "unlock");
        page.served.flush();
        page.served.await("/api/v1/state/conversations/next-day?customer=cust-next-day", seen -> seen.has("state"));
        // What a day has counted travels through a topic of its own to every instance, so the first packets may come
        // before it.
        for (int i = 0; !page.browser.look(solvedBefore()).asBoolean(false); i++) {
            assertThat(i).as("packets without a similar case").isLessThan(40);
            String id = "late-" + i;
            starts(id, "data-export");
            page.served.tell(id, "conversation.human-requested", Map.of("via", "button"));
            page.served.flush();
            page.show("inbox/" + id);
            page.browser.until("document.querySelector('.packet .briefing') !== null");
        }

        assertThat(page.browser
                        .look("document.querySelector('.packet').innerText")
                        .asText())
                .contains("Solved like this before", "reset-link", "held in 12 of 12 cases")
                .contains("What held in 12 of 12 similar cases: reset-link.");
    }

    private static String solvedBefore() {
        return "document.querySelector('.packet')?.innerText.includes('reset-link')";
    }

    @Test
    @Order(4)
    void theAlertIsOver() throws Exception {
        page.show("alerts");
        String cleared = "[...document.querySelectorAll('.log li')].some((line) =>"
                + " line.innerText.includes('cleared') && line.innerText.includes('escalation-rate'))";
        passUntil(Duration.ofMinutes(5), cleared);
        assertThat(page.browser
                        .look(
                                "[...document.querySelectorAll('.log li')].some((line) => line.innerText.includes('raised'))")
                        .asBoolean())
                .as("what was raised before is still told")
                .isTrue();
    }
}
