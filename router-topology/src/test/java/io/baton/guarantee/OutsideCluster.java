// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import io.baton.edge.broker.EmbeddedBroker;
import io.baton.edge.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A broker and a schema registry in a process of their own. */
record OutsideCluster(Child process, String bootstrap, String registry) implements AutoCloseable {

    private static final String READY = "cluster-ready ";

    static OutsideCluster start(Path folder) throws IOException, InterruptedException {
        Child process = Child.start(
                folder,
                "cluster",
                OutsideCluster.class.getName(),
                List.of(folder.resolve("cluster").toString()));
        String[] where = process.awaitLine(line -> line.startsWith(READY))
                .substring(READY.length())
                .split(" ");
        return new OutsideCluster(process, where[0], where[1]);
    }

    /** The other process: serves until its standard input ends, so that it does not outlive who started it. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]));
                EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            System.out.println(READY + broker.bootstrapServers() + " " + registry.url());
            while (System.in.read() != -1) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
