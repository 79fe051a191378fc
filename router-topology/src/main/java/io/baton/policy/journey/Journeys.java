// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import io.baton.event.CustomerProfileUpdated;
import io.baton.event.ProductSignalReported;
import io.baton.policy.condition.Facts;
import io.baton.policy.ruleset.JourneyRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.state.Contact;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of a customer, and says what rules may know of it at a moment, segment included.
 *
 * <p>Immutable and thread-safe; one instance a ruleset. Each method returns the journey it was given, the very same
 * object, where nothing has changed, so that the caller need not store it. Duplicates and changes of order lead to the
 * same journey.
 */
public final class Journeys {

    private static final Comparator<ProductSignalReported> OLDEST_FIRST = Comparator.comparing(
                    ProductSignalReported::getTime)
            .thenComparing(ProductSignalReported::getSource)
            .thenComparing(ProductSignalReported::getId);

    /** Its parts go into journeys of others; whoever changes one copies it first. */
    private static final CustomerJourney NOTHING_KNOWN =
            new CustomerJourney(null, Map.of(), null, 0L, List.of(), List.of(), 0L, List.of());

    private final Ruleset rules;
    private final StillKept stillKept;

    public Journeys(Ruleset rules) {
        this.rules = rules;
        this.stillKept = new StillKept(rules.journey(), rules.retention().journey());
    }

    /** Merges a profile update: a null field is left unchanged, an older value never replaces a newer one. */
    public CustomerJourney profile(@Nullable CustomerJourney before, CustomerProfileUpdated update) {
        CustomerJourney journey = copy(before);
        ProfileMerge.Merged merged = ProfileMerge.merge(journey.getProfile(), journey.getProfileTimes(), update);
        journey.setProfile(merged.profile());
        journey.setProfileTimes(merged.times());
        return changed(before, journey);
    }

    /** Adds a product signal. Its text is expected to be masked; attributes are not kept, no rule can ask for them. */
    public CustomerJourney signal(@Nullable CustomerJourney before, ProductSignalReported signal) {
        CustomerJourney journey = copy(before);
        List<ProductSignalReported> signals = new ArrayList<>(journey.getSignals());
        if (signals.stream().anyMatch(known -> same(known, signal))) {
            return changed(before, journey);
        }
        signals.add(
                ProductSignalReported.newBuilder(signal).setAttributes(Map.of()).build());
        signals.sort(OLDEST_FIRST);
        long newest = signals.get(signals.size() - 1).getTime().toEpochMilli();
        long oldest = newest - rules.journey().keepSignals();
        signals.removeIf(known -> known.getTime().toEpochMilli() < oldest);
        int surplus = Math.max(0, signals.size() - rules.journey().mostSignals());
        journey.setSignals(new ArrayList<>(signals.subList(surplus, signals.size())));
        return changed(before, journey);
    }

    /** Records consent to automation given or withdrawn at {@code at}; at the same moment withdrawal stands (G04). */
    public CustomerJourney consent(@Nullable CustomerJourney before, boolean automation, long at) {
        CustomerJourney journey = copy(before);
        boolean known = journey.getAutomationConsent() != null;
        if (!known || at > journey.getConsentAt() || (at == journey.getConsentAt() && !automation)) {
            journey.setAutomationConsent(automation);
            journey.setConsentAt(at);
        }
        return changed(before, journey);
    }

    /** Brings the contact of a conversation up to date. */
    public CustomerJourney conversation(@Nullable CustomerJourney before, ConversationState after) {
        List<Contact> known = before == null ? List.of() : before.getContacts();
        List<Contact> contacts = Returns.settled(
                Contacts.with(known, after, rules.journey()), rules.timing().durableMillis());
        if (before != null && Contacts.same(contacts, known)) {
            return before;
        }
        CustomerJourney journey = before == null ? NOTHING_KNOWN : before;
        return new CustomerJourney(
                journey.getProfile(),
                journey.getProfileTimes(),
                journey.getAutomationConsent(),
                journey.getConsentAt(),
                contacts,
                journey.getSignals(),
                journey.getTimerAt(),
                journey.getOutreach());
    }

    /** What the journey says of a conversation; null = nothing. */
    public @Nullable Contact contact(@Nullable CustomerJourney journey, String conversationId) {
        return journey == null ? null : Returns.find(journey.getContacts(), conversationId);
    }

    /**
     * What is still kept at {@code at}: the very same journey, one without what retention has ended for, or null where
     * nothing is left (G03). Rules are shown nothing else, so that it makes no difference when the rest is deleted.
     */
    public @Nullable CustomerJourney kept(@Nullable CustomerJourney journey, long at) {
        return journey == null ? null : stillKept.at(journey, at);
    }

    /** First moment at which {@link #kept} takes something away, epoch milliseconds; {@code Long.MAX_VALUE} if none. */
    public long nextDue(CustomerJourney journey) {
        return stillKept.nextDue(journey);
    }

    /** Conversations that are still open, oldest first: those that a change of the customer must reach. */
    public List<String> open(@Nullable CustomerJourney journey) {
        List<String> open = new ArrayList<>();
        if (journey != null) {
            for (Contact contact : journey.getContacts()) {
                if (contact.getOpen()) {
                    open.add(contact.getConversationId());
                }
            }
        }
        return open;
    }

    /**
     * What rules may know of the customer at {@code at}, the segment included: the first of the policy whose condition
     * holds. While conditions are asked, {@code customer.segment} is the name that CRM gave, or empty.
     */
    public CustomerSnapshot snapshot(@Nullable CustomerJourney journey, long at) {
        return snapshot(journey, at, "");
    }

    /** The same for a conversation that begins, which does not count among the contacts before it. */
    public CustomerSnapshot snapshot(@Nullable CustomerJourney journey, long at, String conversationId) {
        JourneyRule rule = rules.journey();
        CustomerSnapshot known = known(journey);
        int escalations = ContactHistory.escalations(ContactHistory.contacts(journey), at, rule.prefersHumanWithin());
        known.setEscalations(escalations);
        known.setPrefersHuman(known.getPrefersHuman() || escalations >= rule.prefersHumanAfter());
        known.setRecentContacts(
                ContactHistory.recent(journey, at, rule.repeatWithin(), conversationId, rules.defaultCategory()));
        known.setLastCsat(ContactHistory.lastCsat(journey));
        known.setSegment(segment(new Facts(known, null, at)));
        return known;
    }

    /** Whether going from one snapshot to the other may change how a running conversation is decided. */
    public boolean affects(CustomerSnapshot a, CustomerSnapshot b) {
        return !a.equals(b);
    }

    private static boolean same(ProductSignalReported a, ProductSignalReported b) {
        return a.getSource().equals(b.getSource()) && a.getId().equals(b.getId());
    }

    private String segment(Facts facts) {
        for (SegmentRule segment : rules.segments()) {
            if (segment.when() == null || segment.when().holds(facts)) {
                return segment.id();
            }
        }
        return rules.segments().get(rules.segments().size() - 1).id();
    }

    private CustomerSnapshot known(@Nullable CustomerJourney journey) {
        CustomerSnapshot known = new CustomerSnapshot();
        known.setSegment("");
        known.setAutomationConsent(journey == null ? null : journey.getAutomationConsent());
        CustomerProfileUpdated profile = journey == null ? null : journey.getProfile();
        if (profile == null) {
            return known;
        }
        known.setSegment(profile.getSegment() == null ? "" : profile.getSegment());
        known.setAnnualValue(annualValue(profile));
        known.setLifecycle(profile.getLifecycle());
        known.setPlan(profile.getPlan());
        known.setHealth(profile.getHealth());
        known.setUsageChange(
                profile.getUsageChange() == null
                        ? null
                        : profile.getUsageChange().floatValue());
        known.setAtRisk(Boolean.TRUE.equals(profile.getAtRisk()));
        known.setOpenBillingDispute(Boolean.TRUE.equals(profile.getOpenBillingDispute()));
        known.setPrefersHuman(Boolean.TRUE.equals(profile.getPrefersHuman()));
        known.setCustomerSinceDay(day(profile.getCustomerSince()));
        known.setRenewalDay(day(profile.getRenewalOn()));
        known.setDedicatedContact(profile.getDedicatedContact());
        return known;
    }

    /**
     * In the default currency. Where the policy has no rate the number is taken as it stands: most currencies that a
     * policy leaves out are worth less a unit than its own, so that the customer is rather ranked too high (T26).
     */
    private @Nullable Double annualValue(CustomerProfileUpdated profile) {
        Double value = profile.getAnnualValue();
        return value == null
                ? null
                : rules.money().convert(value, profile.getCurrency()).orElse(value);
    }

    private static @Nullable Integer day(@Nullable LocalDate date) {
        return date == null ? null : Math.toIntExact(date.toEpochDay());
    }

    private static CustomerJourney copy(@Nullable CustomerJourney before) {
        return before == null
                ? new CustomerJourney(
                        null, new HashMap<>(), null, 0L, new ArrayList<>(), new ArrayList<>(), 0L, new ArrayList<>())
                : CustomerJourney.newBuilder(before).build();
    }

    private static CustomerJourney changed(@Nullable CustomerJourney before, CustomerJourney after) {
        return before != null && isSame(before, after) ? before : after;
    }

    /** By their bytes: the generated {@code equals} cannot compare times inside a list (Avro 1.12.2). */
    private static boolean isSame(CustomerJourney before, CustomerJourney after) {
        try {
            return before.toByteBuffer().equals(after.toByteBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
