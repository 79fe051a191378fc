// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import io.baton.policy.ruleset.Ruleset;
import io.baton.serde.UnknownSchemaException;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one record become a fact or a refusal. Safe for many threads.
 *
 * <p>Three encodings may be mixed on one topic, and the value tells them apart: the first byte 0 is framed Avro, {@code ce_}
 * headers are a CloudEvent in binary mode, anything else must be a CloudEvent in structured JSON. All three become the same
 * generated record first, so that one set of checks serves them all and none is laxer than another.
 */
public final class Intake {

    /** Longest value that is read, in bytes. Four times what a broker accepts by default. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private final RecordDecoder framed;
    private final Supplier<Ruleset> rules;
    private volatile @Nullable Admission admission;

    /**
     * @param framed reads the registry framing
     * @param rules the ruleset in force; asked for each record, so that a new one takes effect at once
     */
    public Intake(RecordDecoder framed, Supplier<Ruleset> rules) {
        this.framed = framed;
        this.rules = rules;
    }

    /**
     * Reads one record. Never throws because of what the record holds; what the decoder throws because the registry is away
     * passes through.
     *
     * @param key not looked at: who an event is about is said inside it, because not every producer sets a key
     * @param headers headers of the record, for binary mode
     * @param arrivedAt when the record reached the broker, milliseconds since 1970; the bound of plausible event times
     */
    public Result read(byte @Nullable [] key, byte @Nullable [] value, Headers headers, long arrivedAt) {
        Admission current = admission(rules.get());
        try {
            return current.admit(decode(value == null ? new byte[0] : value, headers), arrivedAt);
        } catch (RefusedException e) {
            return e.result();
        }
    }

    private SpecificRecord decode(byte[] value, Headers headers) throws RefusedException {
        if (value.length > MAX_BYTES) {
            throw new RefusedException(Refusal.RECORD_TOO_LARGE, "longer than " + MAX_BYTES + " bytes");
        }
        if (value.length > 0 && value[0] == 0) {
            return unframe(value);
        }
        CloudEvent event = BinaryMode.applies(headers) ? BinaryMode.read(headers, value) : StructuredMode.read(value);
        return FactFromEvent.of(event);
    }

    private SpecificRecord unframe(byte[] value) throws RefusedException {
        SpecificRecord record;
        try {
            record = framed.decode(value);
        } catch (UnknownSchemaException e) {
            throw new RefusedException(Refusal.UNKNOWN_SCHEMA_ID, "the registry has no schema of this id");
        } catch (SerializationException | AvroRuntimeException e) {
            throw new RefusedException(Refusal.UNREADABLE_BYTES, "the body does not follow its schema");
        }
        if (record == null) {
            throw new RefusedException(Refusal.WRONG_SCHEMA, "a schema that the router does not read");
        }
        return record;
    }

    /** Prepared once a ruleset: the detectors of a policy cost more to build than a record to read. */
    @SuppressWarnings("ReferenceEquality") // A ruleset is replaced as a whole, never changed.
    private Admission admission(Ruleset ruleset) {
        Admission current = admission;
        if (current == null || current.ruleset() != ruleset) {
            current = new Admission(ruleset);
            admission = current;
        }
        return current;
    }
}
