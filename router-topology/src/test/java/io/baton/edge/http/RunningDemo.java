// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import io.baton.lab.demo.Demo;
import io.baton.runtime.ChosenPolicy;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A demo as somebody starts it, on a thread of its own, until it is closed. */
final class RunningDemo implements AutoCloseable {

    private static final int SPEED = 40;
    private static final String OPEN = "Open this";

    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final Demo demo;
    private final Thread stage = new Thread(this::play, "demo");

    /** @param told gets each line that it says, on its threads */
    RunningDemo(Consumer<String> told) {
        demo = new Demo(new Demo.Options(SPEED, Optional.empty(), 0, 0, ChosenPolicy.of(Optional.empty())), line -> {
            if (line.contains(OPEN)) {
                address.complete(URI.create(line.replace(OPEN, "").trim()));
            }
            told.accept(line);
        });
        stage.start();
    }

    private void play() {
        try {
            demo.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where it says that its page is. */
    URI address() throws Exception {
        return address.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        demo.stop();
        stage.join();
    }
}
