// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import io.baton.event.CustomerProfileUpdated;
import io.baton.event.ProductSignalReported;
import io.baton.policy.ruleset.JourneyRule;
import io.baton.state.Contact;
import io.baton.state.CustomerJourney;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a journey is still kept at a moment (G03).
 *
 * <p>Contacts that are over, answers to surveys and product signals go one by one as each grows older than it is kept. Profile
 * and consent stay while the customer gives any sign of life within retention, a conversation, a signal or an update, and then go with the
 * rest. A conversation that is open holds all of it. A consent that was withdrawn is never forgotten: that would turn a
 * no into a yes (G04).
 */
final class StillKept {

    static final long NEVER = Long.MAX_VALUE;

    private final JourneyRule rule;
    private final long retention;

    /** @param retention how long profile and consent are kept after the last sign of life, milliseconds */
    StillKept(JourneyRule rule, long retention) {
        this.rule = rule;
        this.retention = retention;
    }

    /** The very same journey where nothing has to go yet, one without what is over, or null where nothing is left. */
    @Nullable
    CustomerJourney at(CustomerJourney journey, long at) {
        if (endsWhole(journey) <= at) {
            return Boolean.FALSE.equals(journey.getAutomationConsent()) ? refusalOf(journey) : null;
        }
        if (firstPart(journey) > at) {
            return journey;
        }
        List<Contact> contacts = new ArrayList<>(journey.getContacts());
        contacts.removeIf(contact -> end(contact) <= at);
        contacts.replaceAll(contact -> surveyEnd(contact) <= at ? unanswered(contact) : contact);
        List<ProductSignalReported> signals = new ArrayList<>(journey.getSignals());
        signals.removeIf(signal -> end(signal) <= at);
        return CustomerJourney.newBuilder(journey)
                .setContacts(contacts)
                .setSignals(signals)
                .build();
    }

    /** First moment at which {@link #at} takes something away; {@link #NEVER} where there is none to be foreseen. */
    long nextDue(CustomerJourney journey) {
        return Math.min(endsWhole(journey), firstPart(journey));
    }

    private static CustomerJourney refusalOf(CustomerJourney journey) {
        return CustomerJourney.newBuilder()
                .setAutomationConsent(false)
                .setConsentAt(journey.getConsentAt())
                .setTimerAt(journey.getTimerAt())
                .build();
    }

    private static Contact unanswered(Contact contact) {
        return Contact.newBuilder(contact).setCsat(null).build();
    }

    private long firstPart(CustomerJourney journey) {
        long first = NEVER;
        for (Contact contact : journey.getContacts()) {
            first = Math.min(first, Math.min(end(contact), surveyEnd(contact)));
        }
        for (ProductSignalReported signal : journey.getSignals()) {
            first = Math.min(first, end(signal));
        }
        return first;
    }

    private long endsWhole(CustomerJourney journey) {
        boolean onlyRefusal = journey.getProfile() == null
                && journey.getContacts().isEmpty()
                && journey.getSignals().isEmpty()
                && Boolean.FALSE.equals(journey.getAutomationConsent());
        return onlyRefusal || anyOpen(journey) ? NEVER : after(lastSign(journey), retention);
    }

    private static boolean anyOpen(CustomerJourney journey) {
        for (Contact contact : journey.getContacts()) {
            if (contact.getOpen()) {
                return true;
            }
        }
        return false;
    }

    private static long lastSign(CustomerJourney journey) {
        long last = journey.getConsentAt();
        for (Contact contact : journey.getContacts()) {
            last = Math.max(last, Contacts.lastSeen(contact));
        }
        for (ProductSignalReported signal : journey.getSignals()) {
            last = Math.max(last, signal.getTime().toEpochMilli());
        }
        CustomerProfileUpdated profile = journey.getProfile();
        if (profile != null) {
            last = Math.max(last, profile.getTime().toEpochMilli());
        }
        return last;
    }

    private long end(Contact contact) {
        return contact.getOpen() ? NEVER : after(Contacts.lastSeen(contact), rule.keepContacts());
    }

    private long surveyEnd(Contact contact) {
        return contact.getCsat() == null || contact.getOpen()
                ? NEVER
                : after(Contacts.lastSeen(contact), rule.keepSurveys());
    }

    private long end(ProductSignalReported signal) {
        return after(signal.getTime().toEpochMilli(), rule.keepSignals());
    }

    /** What is exactly as old as it is kept is still there. */
    private static long after(long from, long kept) {
        return kept >= NEVER - Math.max(from, 0) - 1 ? NEVER : from + kept + 1;
    }
}
