// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** A topology as a Mermaid flow chart: topics as boxes, nodes as rounded boxes, stores as cylinders. */
final class Mermaid {

    private final StringBuilder text = new StringBuilder("flowchart TB\n");
    private final Map<String, String> ids = new TreeMap<>();

    private Mermaid() {}

    static String of(TopologyDescription topology) {
        Mermaid chart = new Mermaid();
        topology.subtopologies().forEach(part -> part.nodes().forEach(chart::node));
        topology.globalStores().forEach(global -> {
            chart.node(global.source());
            chart.node(global.processor());
        });
        return chart.text.toString();
    }

    private void node(Node node) {
        String id = id(node.name(), "(", ")");
        node.successors().forEach(next -> edge(id, id(next.name(), "(", ")"), "-->"));
        if (node instanceof Source source && source.topicSet() != null) {
            source.topicSet().stream().sorted().forEach(topic -> edge(id(topic, "[", "]"), id, "-->"));
        } else if (node instanceof Sink sink) {
            edge(id, id(sink.topic() == null ? "by " + node.name() : sink.topic(), "[", "]"), "-->");
        } else if (node instanceof Processor processor) {
            processor.stores().stream().sorted().forEach(store -> edge(id, id(store, "[(", ")]"), "---"));
        }
    }

    private void edge(String from, String to, String arrow) {
        text.append("  ")
                .append(from)
                .append(' ')
                .append(arrow)
                .append(' ')
                .append(to)
                .append('\n');
    }

    /** Names a thing at its first mention; names may hold what Mermaid gives another meaning. */
    private String id(String name, String open, String close) {
        String key = open + name;
        String known = ids.get(key);
        if (known != null) {
            return known;
        }
        String id = "n" + ids.size();
        ids.put(key, id);
        text.append("  ")
                .append(id)
                .append(open)
                .append('"')
                .append(name)
                .append('"')
                .append(close)
                .append('\n');
        return id;
    }
}
