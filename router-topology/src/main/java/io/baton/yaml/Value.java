// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a document and what stands there.
 *
 * <p>Every reading returns something, so that a reader goes on after an error and the next one is found too: what is
 * absent or wrong is read as the value handed in as {@code otherwise}. An absent value reports nothing by itself.
 */
public final class Value {

    private static final int SHOWN_CHARS = 60;

    private final @Nullable Node node;
    private final Mark mark;
    private final String path;
    private final Problems problems;

    private Value(@Nullable Node node, Mark mark, String path, Problems problems) {
        this.node = node;
        this.mark = mark;
        this.path = path;
        this.problems = problems;
    }

    static Value root(Node node, Problems problems) {
        return new Value(node, node.getStartMark(), "", problems);
    }

    Value keyed(String key, Node value) {
        return new Value(value, value.getStartMark(), under(key), problems);
    }

    Value absent(String key) {
        return new Value(null, mark, under(key), problems);
    }

    int line() {
        return mark.getLine() + 1;
    }

    /** Whether anything stands here; an empty value and {@code null} are nothing. */
    public boolean given() {
        return node != null && !Tag.NULL.equals(node.getTag());
    }

    /** Reports that something is wrong here. */
    public void fail(String message) {
        problems.add(mark, path, message);
    }

    /** Reports that something is wrong inside the text that stands here, at a distance from its start. */
    public void failAt(int offset, String message) {
        if (node instanceof ScalarNode scalar
                && mark.getLine() == scalar.getEndMark().getLine()
                && scalar.getScalarStyle() != ScalarStyle.DOUBLE_QUOTED) {
            int quote = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
            problems.add(mark.getLine() + 1, mark.getColumn() + 1 + quote + offset, path, message);
        } else {
            fail("at character " + (offset + 1) + ": " + message);
        }
    }

    /** The text of a scalar, reported where a list or a mapping stands; empty where nothing is given. */
    public Optional<String> scalar(String allowed) {
        if (!given()) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        fail("must be " + allowed + " (was a " + (node instanceof MappingNode ? "mapping" : "list") + ")");
        return Optional.empty();
    }

    /** A scalar as something else; {@code parser} gives empty where it is not what is allowed. */
    public <T> T as(String allowed, Function<String, Optional<T>> parser, T otherwise) {
        Optional<String> text = scalar(allowed);
        if (text.isEmpty()) {
            return otherwise;
        }
        Optional<T> parsed = parser.apply(text.get());
        if (parsed.isEmpty()) {
            fail("must be " + allowed + " (was " + cut(text.get()) + ")");
        }
        return parsed.orElse(otherwise);
    }

    /** One of the known names. */
    public String oneOf(String what, Collection<String> known, String otherwise) {
        Optional<String> name = scalar("a " + what);
        if (name.isPresent() && !known.contains(name.get())) {
            fail("unknown " + what + " '" + cut(name.get()) + "'" + Closest.hint(name.get(), known));
        }
        return name.filter(known::contains).orElse(otherwise);
    }

    /** What a mapping says; keys that the reader has not asked for are reported. */
    public <T> T mapping(Function<Mapping, T> reader) {
        if (node instanceof MappingNode entries) {
            Mapping mapping = Mapping.of(this, entries);
            T content = reader.apply(mapping);
            mapping.reportUnknown();
            return content;
        }
        if (given()) {
            fail("must be a mapping (was a " + (node instanceof SequenceNode ? "list" : "single value") + ")");
        }
        return reader.apply(Mapping.missing(this));
    }

    /** A mapping of names to things of one kind, in the order of the document. */
    public <T> Map<String, T> each(Function<Mapping.Entry, T> reader) {
        Map<String, T> all = new LinkedHashMap<>();
        if (node instanceof MappingNode entries) {
            Mapping.of(this, entries).entries().forEach(entry -> all.put(entry.name(), reader.apply(entry)));
        } else if (given()) {
            fail("must be a mapping of names (was a " + (node instanceof SequenceNode ? "list" : "single value") + ")");
        }
        return Collections.unmodifiableMap(all);
    }

    /** Whether a list or a mapping stands here. */
    public boolean isCollection() {
        return node instanceof CollectionNode<?>;
    }

    /** How many entries or items there are; 0 where it is neither a mapping nor a list. */
    public int size() {
        return node instanceof CollectionNode<?> collection
                ? collection.getValue().size()
                : 0;
    }

    /** The items of a list, in order. */
    public <T> List<T> items(Function<Value, T> reader) {
        return items((index, item) -> reader.apply(item));
    }

    /** The items of a list, in order, each with its place from 0. */
    public <T> List<T> items(BiFunction<Integer, Value, T> reader) {
        List<T> all = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                String place = path + "[" + all.size() + "]";
                all.add(reader.apply(all.size(), new Value(item, item.getStartMark(), place, problems)));
            }
        } else if (given()) {
            fail("must be a list (was a " + (node instanceof MappingNode ? "mapping" : "single value") + ")");
        }
        return Collections.unmodifiableList(all);
    }

    /** The same place for a look ahead: what is wrong in it is reported when it is read, not now. */
    public Value quietly() {
        return new Value(node, mark, path, new Problems(""));
    }

    /** The keys of a mapping, or the texts under {@code key} in a list of mappings; reports nothing. */
    public Set<String> names(String key) {
        Set<String> names = new LinkedHashSet<>();
        Value quiet = quietly();
        if (node instanceof MappingNode) {
            names.addAll(quiet.each(Mapping.Entry::name).keySet());
        } else if (node instanceof SequenceNode) {
            quiet.items(
                    item -> item.mapping(m -> m.optional(key).scalar("a text").map(names::add)));
        }
        return names;
    }

    private String under(String key) {
        return path.isEmpty() ? cut(key) : path + "." + cut(key);
    }

    private static String cut(String text) {
        String line = text.isEmpty() ? "empty" : text.replace('\n', ' ');
        return line.length() <= SHOWN_CHARS ? line : line.substring(0, SHOWN_CHARS) + "…";
    }
}
