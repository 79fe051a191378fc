// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Running the topology against a cluster: start-up checks, Kafka Streams, shutdown.
 *
 * <p>No command line and no embedded broker: {@code cli} and {@code lab} bring those.
 */
@NullMarked
package io.baton.runtime;

import org.jspecify.annotations.NullMarked;
