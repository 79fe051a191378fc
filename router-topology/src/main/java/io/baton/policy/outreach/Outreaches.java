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
 * Proposes a contact for a product signal that fits a rule of the policy, the first that holds, and for a profile that turns:
 * after the change the condition of a rule holds, before it did not (S11).
 *
 * <p>Never to somebody who has a conversation open, who would be spoken to from two sides; never to somebody who does not
 * want automation; not twice about the same kind within the rule's window; and never without a problem to name (P04).
 */
public final class Outreaches {

    /** Source of the signals that stand for a profile that has turned. */
    private static final String PROFILE = "baton/profile";

    private final Ruleset rules;
    private final long longest;

    public Outreaches(Ruleset rules) {
        this.rules = rules;
        this.longest = rules.outreach().stream()
                .mapToLong(OutreachRule::windowMillis)
                .max()
                .orElse(0);
    }

    /**
     * A signal of our own where a change of the profile turns it, of the first rule that says so.
     *
     * @param update id of the change
     * @param at its time, epoch milliseconds; both snapshots are as of then, so that nothing turns by the passing of time alone
     */
    public Optional<ProductSignalReported> turned(
            CustomerSnapshot before, CustomerSnapshot after, String customerId, String update, long at) {
        Facts then = new Facts(before, null, at);
        Facts now = new Facts(after, null, at);
        return rules.outreach().stream()
                .filter(rule ->
                        rule.turn() && rule.when().holds(now) && !rule.when().holds(then))
                .findFirst()
                .map(rule -> ProductSignalReported.newBuilder()
                        .setId(update)
                        .setSource(PROFILE)
                        .setCustomerId(customerId)
                        .setTime(Instant.ofEpochMilli(at))
                        .setKind(rule.id())
                        .setSince(Instant.ofEpochMilli(at))
                        .build());
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
            if (fits(rule, signal) && rule.when().holds(facts)) {
                return isTooSoon(journey, signal, rule, at)
                        ? Optional.empty()
                        : new Problem(signal, customer)
                                .text(rule.texts())
                                .map(text -> outreach(rule, customer, signal, at, text));
            }
        }
        return Optional.empty();
    }

    /** The journey with the contact remembered, and those forgotten that no window reaches back to. */
    public CustomerJourney remember(CustomerJourney journey, CustomerOutreach outreach) {
        long at = outreach.getAt().toEpochMilli();
        List<OutreachMade> made = new ArrayList<>(journey.getOutreach());
        made.removeIf(one -> one.getKind().equals(outreach.getKind()) || at - one.getAt() >= longest);
        made.add(new OutreachMade(outreach.getKind(), at));
        return CustomerJourney.newBuilder(journey).setOutreach(made).build();
    }

    /** A profile that has turned is about the rule that says so, everything else about what the product reports. */
    private static boolean fits(OutreachRule rule, ProductSignalReported signal) {
        boolean turn = signal.getSource().equals(PROFILE);
        return rule.turn() == turn && (!turn || rule.id().equals(signal.getKind()));
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
