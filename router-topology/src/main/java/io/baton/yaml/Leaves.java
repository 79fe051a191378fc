// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A document as a flat list of paths and texts, so that two can be compared. A list of plain texts is one text; an item that
 * names itself is found by its name rather than by its place, so that one put in front of others changes only itself.
 */
public final class Leaves {

    private static final Set<String> NAMES = Set.of("id", "name");

    private final Map<String, String> found = new LinkedHashMap<>();

    private Leaves() {}

    /** Each text under its path, such as {@code segments[enterprise].threshold}, in the order of the document; none where it is no document. */
    public static Map<String, String> of(String document) {
        Leaves leaves = new Leaves();
        Node root = YamlDocument.compose(document, new Problems(""));
        if (root != null) {
            leaves.add("", root);
        }
        return leaves.found;
    }

    private void add(String path, Node node) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                String key = text(entry.getKeyNode());
                add(path.isEmpty() ? key : path + "." + key, entry.getValueNode());
            }
        } else if (node instanceof SequenceNode list
                && list.getValue().stream().anyMatch(MappingNode.class::isInstance)) {
            for (int i = 0; i < list.getValue().size(); i++) {
                Node item = list.getValue().get(i);
                add(path + "[" + name(item, i) + "]", item);
            }
        } else {
            found.put(path, text(node));
        }
    }

    private static String name(Node item, int place) {
        if (item instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (NAMES.contains(text(entry.getKeyNode()))) {
                    return text(entry.getValueNode());
                }
            }
        }
        return Integer.toString(place);
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of();
        return items.stream().map(Leaves::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
