// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.yaml;

import java.io.StringReader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads one document within limits. No object is ever built from a tag: the reader is handed nodes, not values.
 *
 * <p>Aliases and tags are refused rather than bounded: a document of a few lines can grow to gigabytes through aliases,
 * and nothing that is read here needs either.
 */
public final class YamlDocument {

    /** Longest document, in characters. */
    public static final int MAX_CHARS = 1_000_000;

    /** Deepest nesting of lists and mappings. */
    public static final int MAX_DEPTH = 20;

    private static final int NAME_CHARS = 200;

    private YamlDocument() {}

    /**
     * Reads a document as a whole.
     *
     * @param text the document
     * @param name its name in messages
     * @param reader builds the content; what it finds wrong is reported on the values it is handed, and where anything
     *     is wrong what it builds is dropped
     */
    public static <T> Reading<T> read(String text, String name, Function<Value, T> reader) {
        Problems problems = new Problems(name.substring(0, Math.min(name.length(), NAME_CHARS)));
        Node root = compose(text, problems);
        if (root == null) {
            return new Reading.Invalid<>(problems.inOrder());
        }
        T content = reader.apply(Value.root(root, problems));
        return problems.none() ? new Reading.Valid<>(content) : new Reading.Invalid<>(problems.inOrder());
    }

    static @Nullable Node compose(String text, Problems problems) {
        if (text.length() > MAX_CHARS) {
            problems.add(1, 1, "", "is too long: " + text.length() + " characters, at most " + MAX_CHARS);
            return null;
        }
        try {
            Yaml yaml = new Yaml(limits());
            refuse(yaml.parse(new StringReader(text)), problems);
            Node root = problems.none() ? yaml.compose(new StringReader(text)) : null;
            if (root == null && problems.none()) {
                problems.add(1, 1, "", "is empty");
            }
            return root;
        } catch (MarkedYAMLException broken) {
            problems.add(
                    broken.getProblemMark() == null
                            ? 1
                            : broken.getProblemMark().getLine() + 1,
                    broken.getProblemMark() == null
                            ? 1
                            : broken.getProblemMark().getColumn() + 1,
                    "",
                    "is not YAML: " + oneLine(broken.getProblem()));
        } catch (ReaderException broken) {
            String before = text.substring(0, Math.min(Math.max(0, broken.getPosition()), text.length()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            problems.add(line, before.length() - before.lastIndexOf('\n'), "", "holds a character that YAML forbids");
        } catch (YAMLException broken) {
            problems.add(1, 1, "", "is not YAML: " + oneLine(broken.getMessage()));
        }
        return null;
    }

    private static void refuse(Iterable<Event> events, Problems problems) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof AliasEvent) {
                problems.add(event.getStartMark(), "", "aliases (*name) are not allowed, write it out");
            } else if (event instanceof CollectionStartEvent start) {
                depth++;
                refuseTag(event, start.getTag(), problems);
            } else if (event instanceof ScalarEvent scalar) {
                refuseTag(event, scalar.getTag(), problems);
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                problems.add(event.getStartMark(), "", "is nested too deeply, at most " + MAX_DEPTH + " levels");
                return;
            }
        }
    }

    private static void refuseTag(Event event, @Nullable String tag, Problems problems) {
        if (tag != null) {
            problems.add(event.getStartMark(), "", "tags (!name) are not allowed");
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARS);
        limits.setNestingDepthLimit(MAX_DEPTH + 1);
        limits.setMaxAliasesForCollections(0);
        return limits;
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("").strip();
    }
}
