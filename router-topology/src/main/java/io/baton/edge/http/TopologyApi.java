// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.topology.Chapter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** The chapters of the topology that runs on this instance, with what has flowed, what lags and what is kept. */
final class TopologyApi {

    /** What a chapter consists of. */
    private record Parts(Set<String> nodes, Set<String> stores, Set<String> reads, Set<String> writes) {}

    /** Topics between two parts of the topology; the meters know them under their whole name. */
    private static final String BETWEEN = "-repartition";

    private final Map<Chapter, Parts> chapters = new EnumMap<>(Chapter.class);
    private final KafkaStreams streams;
    private final LongSupplier nanos;

    TopologyApi(TopologyDescription topology, KafkaStreams streams, LongSupplier nanos) {
        this.streams = streams;
        this.nanos = nanos;
        for (Chapter chapter : Chapter.values()) {
            chapters.put(chapter, new Parts(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
        }
        Chapter.nodes(topology).forEach(node -> Chapter.of(node.name()).ifPresent(chapter -> add(chapter, node)));
    }

    private void add(Chapter chapter, Node node) {
        Parts parts = chapters.get(chapter);
        if (parts != null) {
            parts.nodes().add(node.name());
            if (node instanceof Processor processor) {
                parts.stores().addAll(processor.stores());
            } else if (node instanceof Source source && source.topicSet() != null) {
                parts.reads().addAll(source.topicSet());
            } else if (node instanceof Sink sink && sink.topic() != null) {
                parts.writes().add(sink.topic());
            }
            parts.reads().removeIf(topic -> topic.endsWith(BETWEEN));
            parts.writes().removeIf(topic -> topic.endsWith(BETWEEN));
        }
    }

    /** Counts are since the start of each task; two answers and the time between them make a rate. */
    Reply topology(Exchange exchange) {
        Flow flow = Flow.of(streams.metrics());
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("takenAt", nanos.getAsLong() / 1_000_000)
                .put("state", streams.state().name().toLowerCase(Locale.ROOT));
        ArrayNode threads = body.putArray("threads");
        streams.metadataForLocalThreads()
                .forEach(thread -> threads.addObject()
                        .put("state", thread.threadState().toLowerCase(Locale.ROOT))
                        .put("active", thread.activeTasks().size())
                        .put("standby", thread.standbyTasks().size()));
        ArrayNode all = body.putArray("chapters");
        chapters.forEach((chapter, parts) -> chapter(all.addObject(), chapter, parts, flow));
        return Reply.json(body);
    }

    private static void chapter(ObjectNode into, Chapter chapter, Parts parts, Flow flow) {
        into.put("number", chapter.number()).put("title", chapter.title()).put("does", chapter.does());
        ArrayNode nodes = into.putArray("nodes");
        parts.nodes().forEach(nodes::add);
        ObjectNode counts = into.putObject("counts");
        chapter.meters().forEach(meter -> counts.put(meter.substring("triage.".length()), flow.total(meter)));
        topics(into.putArray("reads"), flow.read(parts.nodes(), parts.reads()), flow);
        topics(into.putArray("writes"), flow.written(parts.nodes(), parts.writes()), flow);
        ArrayNode stores = into.putArray("stores");
        for (String store : parts.stores()) {
            ObjectNode kept = stores.addObject().put("name", store);
            flow.size(store).forEach(kept::put);
        }
    }

    private static void topics(ArrayNode into, Map<String, Flow.Moved> topics, Flow flow) {
        topics.forEach((topic, moved) -> {
            ObjectNode one = into.addObject()
                    .put("topic", topic)
                    .put("records", moved.records())
                    .put("bytes", moved.bytes());
            flow.lag(topic).ifPresent(lag -> one.put("lag", lag));
        });
    }
}
