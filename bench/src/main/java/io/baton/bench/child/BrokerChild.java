// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.child;

import io.baton.edge.broker.EmbeddedBroker;
import io.baton.edge.registry.EmbeddedRegistry;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The product's own embedded broker and registry, in a process of their own so that their time is counted apart. */
final class BrokerChild {

    private BrokerChild() {}

    static void run(String[] args) throws InterruptedException {
        EmbeddedRegistry registry = EmbeddedRegistry.start();
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]));
        Child.say("ready " + broker.bootstrapServers() + " " + registry.url());
        // The log is thrown away with its folder: nothing is worth an orderly end.
        new CountDownLatch(1).await();
    }
}
