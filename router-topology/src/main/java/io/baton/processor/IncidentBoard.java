// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.IncidentReported;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/** How reports of incidents are kept: every one with its own time, not only the last one of an incident. */
public final class IncidentBoard {

    private IncidentBoard() {}

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
