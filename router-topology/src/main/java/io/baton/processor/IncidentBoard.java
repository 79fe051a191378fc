// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.IncidentReported;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** How reports of incidents are kept: every one with its own time, not only the last one of an incident. */
public final class IncidentBoard {

    private IncidentBoard() {}

    /** Removes every report of an incident. */
    public static void forget(KeyValueStore<Bytes, byte[]> store, String incident) {
        byte[] name = incident.getBytes(UTF_8);
        Bytes first = Bytes.wrap(Arrays.copyOf(name, name.length + 1));
        byte[] end = Arrays.copyOf(name, name.length + 1);
        end[name.length] = 1;
        List<Bytes> gone = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> reports = store.range(first, Bytes.wrap(end))) {
            reports.forEachRemaining(report -> gone.add(report.key));
        }
        gone.forEach(store::delete);
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
}
