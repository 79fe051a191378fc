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
        Map<String, ?> registry) {}
