// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Which incidents are open at a moment.
 *
 * <p>Every report is kept with its own time, not only the last one of an incident: a replay has read them all before the
 * first conversation begins, and must still see an incident only while it lasts.
 */
public final class IncidentBoard implements LongFunction<List<IncidentReported>> {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> reports;
    private final Serde<IncidentReported> serde;

    IncidentBoard(ReadOnlyKeyValueStore<Bytes, byte[]> reports, Serde<IncidentReported> serde) {
        this.reports = reports;
        this.serde = serde;
    }

    /** Key of a report: incident, then time, so that a range read tells the story of each incident in order. */
    public static Bytes key(IncidentReported report) {
        byte[] incident = report.getIncidentId().getBytes(UTF_8);
        byte[] key = new byte[incident.length + 9];
        ByteBuffer.wrap(key)
                .put(incident)
                .put((byte) 0)
                .putLong(report.getTime().toEpochMilli());
        return Bytes.wrap(key);
    }

    @Override
    public List<IncidentReported> apply(long at) {
        Map<String, IncidentReported> latest = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = reports.all()) {
            while (all.hasNext()) {
                IncidentReported report = serde.deserializer().deserialize("incidents", all.next().value);
                if (report.getTime().toEpochMilli() <= at) {
                    latest.put(report.getIncidentId(), report);
                }
            }
        }
        return latest.values().stream()
                .filter(report -> report.getPhase() != IncidentPhase.CLOSED)
                .toList();
    }
}
