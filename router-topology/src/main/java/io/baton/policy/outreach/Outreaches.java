// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outreach;

import io.baton.event.CustomerOutreach;
import io.baton.event.ProductSignalReported;
import io.baton.policy.condition.Facts;
import io.baton.policy.ruleset.OutreachRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.Contact;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import io.baton.state.OutreachMade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proposes a contact for a product signal that fits a rule of the policy, the first that holds.
 *
 * <p>Never to somebody who has a conversation open, who would be spoken to from two sides; never to somebody who does not
 * want automation; not twice about the same kind within the rule's window; and never without a problem to name (P04).
 */
public final class Outreaches {

    private final Ruleset rules;

    public Outreaches(Ruleset rules) {
        this.rules = rules;
    }

    /**
     * The contact that is worth making; empty where there is none.
     *
     * @param journey what is known of the customer, the signal included
     * @param at time of the signal, epoch milliseconds
     */
    public Optional<CustomerOutreach> of(
            CustomerJourney journey, CustomerSnapshot customer, ProductSignalReported signal, long at) {
        boolean refused = Boolean.FALSE.equals(journey.getAutomationConsent());
        if (refused || journey.getContacts().stream().anyMatch(Contact::getOpen)) {
            return Optional.empty();
        }
        Facts facts = new Facts(customer, null, at, signal);
        for (OutreachRule rule : rules.outreach()) {
            if (rule.when().holds(facts)) {
                return isTooSoon(journey, signal, rule, at)
                        ? Optional.empty()
                        : Problem.text(rule.texts(), signal).map(text -> outreach(rule, customer, signal, at, text));
            }
        }
        return Optional.empty();
    }

    /** The journey with the contact remembered. */
    public static CustomerJourney remember(CustomerJourney journey, CustomerOutreach outreach) {
        List<OutreachMade> made = new ArrayList<>(journey.getOutreach());
        made.removeIf(one -> one.getKind().equals(outreach.getKind()));
        made.add(new OutreachMade(outreach.getKind(), outreach.getAt().toEpochMilli()));
        return CustomerJourney.newBuilder(journey).setOutreach(made).build();
    }

    /** Also for a signal that comes late: it lies before the contact, and within the window all the same. */
    private static boolean isTooSoon(
            CustomerJourney journey, ProductSignalReported signal, OutreachRule rule, long at) {
        return journey.getOutreach().stream()
                .filter(one -> one.getKind().equals(signal.getKind()))
                .anyMatch(one -> at - one.getAt() < rule.windowMillis());
    }

    private static CustomerOutreach outreach(
            OutreachRule rule, CustomerSnapshot customer, ProductSignalReported signal, long at, String text) {
        return CustomerOutreach.newBuilder()
                .setOutreachId(signal.getCustomerId() + "/" + signal.getKind() + "/" + at)
                .setCustomerId(signal.getCustomerId())
                .setAt(Instant.ofEpochMilli(at))
                .setKind(signal.getKind())
                .setFeature(signal.getFeature())
                .setText(text)
                .setSignalIds(List.of(signal.getId()))
                .setRule(rule.id())
                .setSegment(customer.getSegment())
                .setAtRisk(customer.getAtRisk())
                .build();
    }
}
