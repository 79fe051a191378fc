// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.EscalationRaised;
import io.baton.names.Topics;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** A packet goes to the topic of its queue. */
record QueueTopic(Topics topics) implements TopicNameExtractor<String, EscalationRaised> {

    @Override
    public String extract(String customer, EscalationRaised packet, RecordContext context) {
        return topics.escalations(packet.getQueue());
    }
}
