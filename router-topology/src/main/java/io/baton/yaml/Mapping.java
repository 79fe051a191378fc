// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The entries of a mapping. A key that nobody asked for is unknown, and is reported when the reader is done. */
public final class Mapping {

    /** One entry: its key as a value of its own, so that a wrong key is reported where it stands. */
    public record Entry(String name, Value key, Value value) {}

    private final Value owner;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final boolean given;

    private Mapping(Value owner, boolean given) {
        this.owner = owner;
        this.given = given;
    }

    static Mapping of(Value owner, MappingNode node) {
        Mapping mapping = new Mapping(owner, true);
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                String name = key.getValue();
                Entry entry = new Entry(name, owner.keyed(name, key), owner.keyed(name, tuple.getValueNode()));
                Entry earlier = mapping.entries.putIfAbsent(name, entry);
                if (earlier != null) {
                    entry.key()
                            .fail("is given twice, first in line "
                                    + earlier.key().line());
                }
            } else {
                owner.keyed("?", tuple.getKeyNode()).fail("a key must be a plain text");
            }
        }
        return mapping;
    }

    /** Stands in where there is no mapping; what is missing in it is not reported once more. */
    static Mapping missing(Value owner) {
        return new Mapping(owner, false);
    }

    /** The value of a key that must be there; reported where it is not. */
    public Value required(String key) {
        Value value = optional(key);
        if (!value.given() && given) {
            value.fail("is missing");
        }
        return value;
    }

    /** The value of a key that may be missing or empty. */
    public Value optional(String key) {
        asked.add(key);
        Entry entry = entries.get(key);
        return entry == null ? owner.absent(key) : entry.value();
    }

    Iterable<Entry> entries() {
        return entries.values();
    }

    void reportUnknown() {
        for (Entry entry : entries.values()) {
            if (!asked.contains(entry.name())) {
                entry.key().fail("unknown key" + Closest.hint(entry.name(), asked));
            }
        }
    }
}
