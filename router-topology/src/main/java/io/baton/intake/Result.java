// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import io.baton.state.AcceptedEvent;
import org.apache.avro.specific.SpecificRecord;

/** What became of one record. */
public sealed interface Result {

    /** A fact about a customer or a conversation: valid, clamped, masked. */
    record Accepted(AcceptedEvent event) implements Result {}

    /**
     * A fact that every instance reads.
     *
     * @param fact IncidentReported, AgentAvailabilityChanged or RulesetPublished
     * @param key the incident, the queue or the name of the ruleset
     */
    record Reference(SpecificRecord fact, String key) implements Result {}

    /**
     * Not usable, now or ever.
     *
     * @param detail which field and which limit; never a value of the record
     */
    record Refused(Refusal reason, String detail) implements Result {}
}
