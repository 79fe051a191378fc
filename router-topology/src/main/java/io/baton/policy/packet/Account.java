// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.CustomerCard;
import io.baton.event.CustomerMessage;
import io.baton.event.CustomerProfileUpdated;
import io.baton.policy.packet.Dialogue.Line;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who the customer is (H05, H06, H13).
 *
 * <p>What rules decided on comes from the conversation's snapshot; what they never ask for (account, value in its own
 * currency) comes from the profile.
 */
final class Account {

    private Account() {}

    static CustomerCard of(Case c) {
        CustomerSnapshot known = c.state().getCustomer();
        CustomerProfileUpdated profile = profile(c);
        boolean own = profile != null && profile.getAnnualValue() != null;
        Double usage = profile == null ? null : profile.getUsageChange();
        return CustomerCard.newBuilder()
                .setCustomerId(c.state().getCustomerId())
                .setSegment(known.getSegment())
                .setAccountId(profile == null ? null : profile.getAccountId())
                .setPlan(known.getPlan())
                .setAnnualValue(profile != null && own ? profile.getAnnualValue() : known.getAnnualValue())
                .setCurrency(currency(c, profile, known))
                .setLifecycle(known.getLifecycle())
                .setCustomerSince(date(known.getCustomerSinceDay()))
                .setRenewalOn(date(known.getRenewalDay()))
                .setHealth(known.getHealth())
                .setUsageChange(usage == null ? wide(known.getUsageChange()) : usage)
                .setAtRisk(flag(known.getAtRisk(), profile == null ? null : profile.getAtRisk()))
                .setOpenBillingDispute(
                        flag(known.getOpenBillingDispute(), profile == null ? null : profile.getOpenBillingDispute()))
                .setPrefersHuman(flag(known.getPrefersHuman(), profile == null ? null : profile.getPrefersHuman()))
                .setDedicatedContact(known.getDedicatedContact())
                .setPage(page(c))
                .setAnomalies(Anomalies.of(c))
                .build();
    }

    /** Whether anything of the account's status is known (H05). */
    static boolean known(CustomerCard card) {
        return card.getPlan() != null
                || card.getLifecycle() != null
                || card.getAnnualValue() != null
                || card.getHealth() != null
                || card.getAccountId() != null;
    }

    static @Nullable CustomerProfileUpdated profile(Case c) {
        CustomerJourney journey = c.in().journey();
        return journey == null ? null : journey.getProfile();
    }

    private static @Nullable String currency(Case c, @Nullable CustomerProfileUpdated profile, CustomerSnapshot known) {
        if (profile != null && profile.getAnnualValue() != null && profile.getCurrency() != null) {
            return profile.getCurrency();
        }
        return known.getAnnualValue() == null ? null : c.rules().money().currency();
    }

    /** The page of the latest message that names one, else the one the conversation is known to be on. */
    private static @Nullable String page(Case c) {
        String page = c.state().getPage();
        for (Line line : c.dialogue().lines()) {
            CustomerMessage message = line.message();
            if (message != null && message.getPage() != null) {
                page = message.getPage();
            }
        }
        return page;
    }

    /** A flag that is not set means "no" only where somebody said so. */
    private static @Nullable Boolean flag(boolean known, @Nullable Boolean said) {
        return known ? Boolean.TRUE : said;
    }

    private static @Nullable LocalDate date(@Nullable Integer day) {
        return day == null ? null : LocalDate.ofEpochDay(day);
    }

    private static @Nullable Double wide(@Nullable Float value) {
        return value == null ? null : Double.valueOf(Float.toString(value));
    }
}
