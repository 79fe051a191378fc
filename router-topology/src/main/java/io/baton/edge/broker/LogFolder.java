// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The folder of a broker: formatted once, recognised afterwards. */
final class LogFolder {

    static final String META_PROPERTIES = "meta.properties";

    private LogFolder() {}

    /** Returns the cluster id of the folder, formatting it first where it is new. */
    static String prepare(Path dir) {
        try {
            Files.createDirectories(dir);
            Path meta = dir.resolve(META_PROPERTIES);
            if (!Files.exists(meta)) {
                format(dir);
            }
            return clusterId(meta);
        } catch (IOException e) {
            throw new IllegalStateException("the embedded broker cannot use the folder " + dir, e);
        }
    }

    private static void format(Path dir) throws IOException {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(dir.toString())
                    .addDirectory(dir.toString())
                    .setHasDynamicQuorum(false)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("formatting failed", e);
        }
    }

    private static String clusterId(Path meta) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(meta, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        String id = properties.getProperty("cluster.id");
        if (id == null) {
            throw new IOException(meta + " names no cluster.id");
        }
        return id;
    }
}
