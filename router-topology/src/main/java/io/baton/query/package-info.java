// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Questions about running state, answered by this instance where it holds the key, through Kafka Streams' interactive queries.
 *
 * <p>Nothing is written and nothing decided here: what rules are asked, are those that decided. Knows neither HTTP nor who asks.
 */
@NullMarked
package io.baton.query;

import org.jspecify.annotations.NullMarked;
