// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * The console: a page, the interface behind it, health and meters, over HTTP.
 *
 * <p>No rule of the router is known here and nothing is decided; a write is an event on the input topic, as any chat platform
 * could send it. Without access control it listens on the loopback interface only.
 */
@NullMarked
package io.baton.edge.http;

import org.jspecify.annotations.NullMarked;
