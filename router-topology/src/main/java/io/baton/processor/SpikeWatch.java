// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.IncidentReported;
import io.baton.policy.playbook.Incidents;
import io.baton.policy.playbook.Pulse;
import io.baton.policy.ruleset.PlaybookRule;
import io.baton.serde.StateAvroSerde;
import io.baton.state.CategoryPulse;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many conversations begin in each category on this partition, and adds the spikes to the incidents that are known.
 * Without a playbook that asks for spikes it does nothing.
 */
final class SpikeWatch {

    private static final StateAvroSerde<CategoryPulse> SERDE = new StateAvroSerde<>(CategoryPulse.class);

    private final KeyValueStore<Bytes, byte[]> pulses;
    private final int partitions;
    private @Nullable Rules base;
    private @Nullable Rules over;

    SpikeWatch(KeyValueStore<Bytes, byte[]> pulses, int partitions) {
        this.pulses = pulses;
        this.partitions = partitions;
    }

    /** A count, ready to be written. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by equals
    record Beat(Bytes key, byte[] pulse, boolean spikes) {}

    /** The rules while the spikes of this partition are known. */
    @SuppressWarnings("ReferenceEquality") // the very same edition, or another one
    Rules over(Rules rules) {
        PlaybookRule playbook = playbook(rules);
        if (playbook == null) {
            return rules;
        }
        Rules known = over;
        if (known == null || rules != base) {
            Incidents all = rules.incidents();
            try (KeyValueIterator<Bytes, byte[]> each = pulses.all()) {
                while (each.hasNext()) {
                    KeyValue<Bytes, byte[]> entry = each.next();
                    for (IncidentReported report : Pulse.incidents(pulse(entry.value), playbook.kind())) {
                        all = all.with(report);
                    }
                }
            }
            known = all == rules.incidents() ? rules : rules.with(all);
            base = rules;
            over = known;
        }
        return known;
    }

    /** Counts a conversation that begins; writes nothing. Null where no playbook asks. */
    @Nullable
    Beat beat(String category, long at, Rules rules) {
        PlaybookRule playbook = playbook(rules);
        if (playbook == null) {
            return null;
        }
        Bytes key = Bytes.wrap(category.getBytes(UTF_8));
        byte[] known = pulses.get(key);
        CategoryPulse before = known == null ? null : pulse(known);
        CategoryPulse after =
                new Pulse(Objects.requireNonNull(playbook.spike()), partitions).beat(before, category, at);
        boolean same =
                before == null ? after.getSpikes().isEmpty() : after.getSpikes().equals(before.getSpikes());
        return new Beat(key, Objects.requireNonNull(SERDE.serialize("", after)), !same);
    }

    /** Writes what was counted. */
    void save(Beat beat) {
        pulses.put(beat.key(), beat.pulse());
        over = beat.spikes() ? null : over;
    }

    private static CategoryPulse pulse(byte[] bytes) {
        return Objects.requireNonNull(SERDE.deserialize("", bytes));
    }

    private static @Nullable PlaybookRule playbook(Rules rules) {
        for (PlaybookRule playbook : rules.ruleset().playbooks().values()) {
            if (playbook.spike() != null) {
                return playbook;
            }
        }
        return null;
    }
}
