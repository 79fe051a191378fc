// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.MetricWindow;
import io.baton.names.Topics;
import java.util.Locale;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Figures go to the topic of their channel. */
record ChannelTopic(Topics topics) implements TopicNameExtractor<String, MetricWindow> {

    @Override
    public String extract(String key, MetricWindow window, RecordContext context) {
        return topics.metrics(window.getChannel().name().toLowerCase(Locale.ROOT));
    }
}
