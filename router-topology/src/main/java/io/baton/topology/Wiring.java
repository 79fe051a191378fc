// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.names.StoreLayout;
import io.baton.names.Topics;
import io.baton.processor.Clockwork;
import java.util.Map;

/**
 * What the topology is built from.
 *
 * @param partitions partitions of the customer-side topics; all of them have as many
 * @param layout how state is kept
 * @param allDecisions whether each "no" is written too
 * @param registry settings of the registry client and serdes
 */
public record Wiring(
        Topics topics,
        int partitions,
        StoreLayout layout,
        boolean allDecisions,
        Clockwork clockwork,
        Rulebook rulebook,
        Map<String, ?> registry) {

    /**
     * Partitions of what adds up figures: a third of the others. How many rows come in a second depends on categories and tasks and not on the
     * load, and each partition is a store on disk that a start has to open.
     */
    int figurePartitions() {
        return (partitions + 2) / 3;
    }
}
