// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Processors: load, call the rules, store, forward.
 *
 * <p>No rules: whatever could be tested without Kafka belongs to {@code policy}. No call leaves a processor; what needs I/O is an event out and an event back in.
 */
@NullMarked
package io.baton.processor;

import org.jspecify.annotations.NullMarked;
