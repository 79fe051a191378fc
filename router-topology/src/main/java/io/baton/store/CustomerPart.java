// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.state.CustomerSnapshot;

/** What a state says of the customer, in the order of the schema: that order is the layout. */
final class CustomerPart {

    private CustomerPart() {}

    static void write(Draft d, CustomerSnapshot c) {
        d.text(c.getSegment());
        d.number(c.getAnnualValue());
        d.text(c.getLifecycle());
        d.text(c.getPlan());
        d.counter(c.getHealth());
        d.number(c.getUsageChange());
        d.flag(c.getAtRisk());
        d.flag(c.getOpenBillingDispute());
        d.flag(c.getPrefersHuman());
        d.counter(c.getCustomerSinceDay());
        d.counter(c.getRenewalDay());
        d.text(c.getDedicatedContact());
        d.flag(c.getAutomationConsent());
    }

    static CustomerSnapshot read(Reading r) {
        CustomerSnapshot c = new CustomerSnapshot();
        c.setSegment(r.tail().word());
        c.setAnnualValue(r.nullableDouble());
        c.setLifecycle(r.tail().word());
        c.setPlan(r.tail().word());
        c.setHealth(r.nullableCounter());
        c.setUsageChange(r.nullableFraction());
        c.setAtRisk(r.flag());
        c.setOpenBillingDispute(r.flag());
        c.setPrefersHuman(r.flag());
        c.setCustomerSinceDay(r.nullableCounter());
        c.setRenewalDay(r.nullableCounter());
        c.setDedicatedContact(r.tail().text());
        c.setAutomationConsent(r.nullableFlag());
        return c;
    }
}
