// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.child;

import java.util.Map;

/**
 * An alternative to the router on another framework. Its classes come with a module of their own, which no ordinary build
 * makes; in a process of the bench it is found as a service.
 */
public interface Guest {

    /** Whether bodies of hand-overs carry what was said: {@code true} or {@code false}. */
    String TRANSCRIPT = "bench.transcript";

    /** Prefix of the topics. */
    String PREFIX = StreamsChild.PREFIX;

    /** First argument of its process. */
    String program();

    /**
     * Runs until the process is ended, or it fails.
     *
     * @param settings the same as for an alternative on Kafka Streams
     * @param running to be called once it takes events
     */
    void run(Map<String, String> settings, Runnable running) throws Exception;
}
