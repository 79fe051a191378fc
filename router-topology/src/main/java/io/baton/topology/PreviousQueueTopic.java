// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.EscalationRaised;
import io.baton.names.Topics;
import java.util.Objects;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** A packet that has moved is told to the topic of the queue it has left. */
record PreviousQueueTopic(Topics topics) implements TopicNameExtractor<String, EscalationRaised> {

    @Override
    public String extract(String customer, EscalationRaised packet, RecordContext context) {
        return topics.escalations(Objects.requireNonNull(packet.getPreviousQueue()));
    }
}
