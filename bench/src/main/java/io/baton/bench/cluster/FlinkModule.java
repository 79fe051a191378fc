// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The module with the job for Apache Flink, where somebody has built it: no ordinary build does, and nothing else needs it. */
public final class FlinkModule {

    /** How it is built, from the root of the sources. */
    public static final String BUILD = "mvn -q -Pflink -pl bench-flink -am package -Dmaven.test.skip=true";

    /** Told by the launcher, which knows where the sources are. */
    private static final String TARGET = "baton.bench.flink";

    /** What Flink's own start scripts open for it, as far as this job comes across it. */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.reflect",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.text",
            "java.base/java.time",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/sun.nio.ch");

    private FlinkModule() {}

    /** Its jar and Flink's own; empty where it has not been built. */
    public static List<Path> jars() {
        Path target = Path.of(System.getProperty(TARGET, "bench-flink/target"));
        List<Path> own = jars(target);
        List<Path> jars = new ArrayList<>(own);
        jars.addAll(jars(target.resolve("lib")));
        return own.isEmpty() ? List.of() : jars;
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options that its virtual machine needs. */
    public static List<String> jvm() {
        List<String> options = new ArrayList<>(List.of("-Dlogback.configurationFile=logback-flink.xml"));
        OPENED.forEach(opened -> options.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        return options;
    }
}
