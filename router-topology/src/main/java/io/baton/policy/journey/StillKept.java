// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import io.baton.event.CustomerProfileUpdated;
import io.baton.event.ProductSignalReported;
import io.baton.state.Contact;
import io.baton.state.CustomerJourney;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a journey is still kept at a moment (G03).
 *
 * <p>Contacts that are over and product signals go one by one as each grows older than retention. Profile and consent stay
 * while the customer gives any sign of life within retention, a conversation, a signal or an update, and then go with the
 * rest. A conversation that is open holds all of it. A consent that was withdrawn is never forgotten: that would turn a
 * no into a yes (G04).
 */
final class StillKept {

    static final long NEVER = Long.MAX_VALUE;

    private StillKept() {}

    /** The very same journey where nothing has to go yet, one without what is over, or null where nothing is left. */
    static @Nullable CustomerJourney at(CustomerJourney journey, long at, long retention) {
        if (endsWhole(journey, retention) <= at) {
            return Boolean.FALSE.equals(journey.getAutomationConsent()) ? refusalOf(journey) : null;
        }
        if (firstPart(journey, retention) > at) {
            return journey;
        }
        List<Contact> contacts = new ArrayList<>(journey.getContacts());
        contacts.removeIf(contact -> end(contact, retention) <= at);
        List<ProductSignalReported> signals = new ArrayList<>(journey.getSignals());
        signals.removeIf(signal -> end(signal, retention) <= at);
        return CustomerJourney.newBuilder(journey)
                .setContacts(contacts)
                .setSignals(signals)
                .build();
    }

    /** First moment at which {@link #at} takes something away; {@link #NEVER} where there is none to be foreseen. */
    static long nextDue(CustomerJourney journey, long retention) {
        return Math.min(endsWhole(journey, retention), firstPart(journey, retention));
    }

    private static CustomerJourney refusalOf(CustomerJourney journey) {
        return CustomerJourney.newBuilder()
                .setAutomationConsent(false)
                .setConsentAt(journey.getConsentAt())
                .setTimerAt(journey.getTimerAt())
                .build();
    }

    private static long firstPart(CustomerJourney journey, long retention) {
        long first = NEVER;
        for (Contact contact : journey.getContacts()) {
            first = Math.min(first, end(contact, retention));
        }
        for (ProductSignalReported signal : journey.getSignals()) {
            first = Math.min(first, end(signal, retention));
        }
        return first;
    }

    private static long endsWhole(CustomerJourney journey, long retention) {
        boolean onlyRefusal = journey.getProfile() == null
                && journey.getContacts().isEmpty()
                && journey.getSignals().isEmpty()
                && Boolean.FALSE.equals(journey.getAutomationConsent());
        if (onlyRefusal || journey.getContacts().stream().anyMatch(Contact::getOpen)) {
            return NEVER;
        }
        return after(lastSign(journey), retention);
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

    private static long end(Contact contact, long retention) {
        return contact.getOpen() ? NEVER : after(Contacts.lastSeen(contact), retention);
    }

    private static long end(ProductSignalReported signal, long retention) {
        return after(signal.getTime().toEpochMilli(), retention);
    }

    /** What is exactly as old as retention is still kept. */
    private static long after(long from, long retention) {
        return retention >= NEVER - Math.max(from, 0) - 1 ? NEVER : from + retention + 1;
    }
}
