// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import io.baton.event.AgentAvailabilityChanged;
import io.baton.event.ConsentChanged;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.ErasureRequested;
import io.baton.event.IncidentReported;
import io.baton.event.ProductSignalReported;
import io.baton.event.RulesetPublished;
import io.baton.policy.privacy.Masker;
import io.baton.policy.privacy.Masking;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.AcceptedEvent;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a record of any encoding has to pass, in this order: blanks tidied up, values checked, time clamped, personal data
 * masked. One instance a ruleset; immutable.
 */
final class Admission {

    private final Ruleset ruleset;
    private final Validity validity;
    private final Spelling spelling;
    private final Clamp clamp;
    private final Masks masks;

    Admission(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.validity = new Validity(ruleset.timing().maxTextChars());
        this.spelling = new Spelling(ruleset);
        this.clamp = new Clamp(ruleset.timing().futureToleranceMillis());
        this.masks = new Masks(new Masker(ruleset.masking()));
    }

    Ruleset ruleset() {
        return ruleset;
    }

    /** @param fact fresh from its decoder; tidied up, clamped and masked in place */
    Result admit(SpecificRecord fact, long arrivedAt) throws RefusedException {
        if (fact instanceof ConversationEvent event) {
            return conversation(event, arrivedAt);
        }
        if (fact instanceof CustomerProfileUpdated profile) {
            validity.check(profile);
            return ofCustomer(profile, profile.getCustomerId(), profile.getSource(), profile.getId(), arrivedAt);
        }
        if (fact instanceof ProductSignalReported signal) {
            validity.check(signal);
            return ofCustomer(signal, signal.getCustomerId(), signal.getSource(), signal.getId(), arrivedAt);
        }
        if (fact instanceof IncidentReported incident) {
            return reference(incident, incident.getIncidentId(), arrivedAt);
        }
        if (fact instanceof AgentAvailabilityChanged availability) {
            return reference(availability, availability.getQueue(), arrivedAt);
        }
        if (fact instanceof RulesetPublished published) {
            return reference(published, published.getName(), arrivedAt);
        }
        throw new RefusedException(Refusal.WRONG_SCHEMA, "a schema that the router does not read");
    }

    private Result conversation(ConversationEvent event, long arrivedAt) throws RefusedException {
        SpecificRecord data = (SpecificRecord) event.getData();
        boolean ofCustomer = data instanceof ConsentChanged || data instanceof ErasureRequested;
        if (event.getCustomerId().isBlank()) {
            event.setCustomerId(event.getConversationId());
        }
        if (ofCustomer) {
            if (event.getCustomerId().isBlank()) {
                throw new RefusedException(Refusal.MISSING_CUSTOMER, "partitionkey or subject");
            }
            event.setConversationId(event.getCustomerId());
        }
        validity.check(event);
        validity.check(data);
        if (ofCustomer) {
            return ofCustomer(event, event.getCustomerId(), event.getSource(), event.getId(), arrivedAt);
        }
        spelling.apply(data);
        Clamp.Moment moment = clamp.apply(event, arrivedAt);
        Masking masking = masks.begin(event.getConversationId());
        masks.apply(data, masking);
        masks.apply(event, masking);
        return new Result.Accepted(new AcceptedEvent(
                event.getCustomerId(),
                event.getConversationId(),
                event.getSource(),
                event.getId(),
                moment.at(),
                moment.clamped(),
                masking.placeholders(),
                event));
    }

    /** A fact about the customer and no conversation; the customer salts the fingerprints. */
    private Result ofCustomer(SpecificRecord fact, String customer, String source, String id, long arrivedAt) {
        Clamp.Moment moment = clamp.apply(fact, arrivedAt);
        Masking masking = masks.begin(customer);
        masks.apply(fact, masking);
        return new Result.Accepted(new AcceptedEvent(
                customer, "", source, id, moment.at(), moment.clamped(), masking.placeholders(), fact));
    }

    private Result reference(SpecificRecord fact, String key, long arrivedAt) throws RefusedException {
        validity.check(fact);
        spelling.apply(fact);
        clamp.apply(fact, arrivedAt);
        masks.apply(fact, masks.begin(key));
        return new Result.Reference(fact, key);
    }
}
