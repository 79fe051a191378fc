// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The schema files of this module: what is current and what has been released. */
final class SchemaFiles {

    private static final Path CURRENT = Path.of("src/main/avro");
    private static final Path RELEASED = Path.of("src/main/resources/released");
    private static final Pattern RELEASED_NAME = Pattern.compile("(.+)-v(\\d+)\\.avsc");

    private SchemaFiles() {}

    /** A schema as it is now, whole: what it refers to stands inside it. */
    record Current(String room, Schema schema) {

        @Override
        public String toString() {
            return room + "/" + schema.getName();
        }
    }

    /** A schema as one version of Baton has released it. */
    record Released(String room, String name, int version, Schema schema) {

        @Override
        public String toString() {
            return room + "/" + name + "-v" + version;
        }
    }

    static List<Current> current() {
        return Stream.of("event", "state")
                .flatMap(room -> list(CURRENT.resolve(room)).stream()
                        .map(file -> new Current(
                                room, generated(room, file.getFileName().toString()))))
                .toList();
    }

    /** Oldest first; empty where nothing has been released. */
    static List<Released> released(Current current) {
        String name = current.schema().getName();
        return list(RELEASED.resolve(current.room())).stream()
                .map(file -> released(current.room(), file))
                .filter(released -> released.name().equals(name))
                .sorted((a, b) -> Integer.compare(a.version(), b.version()))
                .toList();
    }

    static List<Released> released() {
        return Stream.of("event", "state")
                .flatMap(room -> list(RELEASED.resolve(room)).stream().map(file -> released(room, file)))
                .toList();
    }

    static Path releaseFile(Current current, int version) {
        return RELEASED.resolve(current.room()).resolve(current.schema().getName() + "-v" + version + ".avsc");
    }

    private static Schema generated(String room, String file) {
        String name = "io.baton." + room + "." + file.replace(".avsc", "");
        try {
            return SpecificData.get().getSchema(Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the file name and the schema's name differ: " + file, e);
        }
    }

    private static Released released(String room, Path file) {
        Matcher name = RELEASED_NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException("not named <Name>-v<number>.avsc: " + file);
        }
        try {
            Schema schema = new Schema.Parser().parse(Files.readString(file));
            return new Released(room, name.group(1), Integer.parseInt(name.group(2)), schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
