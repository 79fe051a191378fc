// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

/**
 * What was read at the moment a commit was seen.
 *
 * @param nanos monotonic clock
 * @param committed events committed by the application
 * @param app processor time of the application so far, nanoseconds
 * @param broker processor time of the broker so far, nanoseconds
 */
public record Sample(long nanos, long committed, long app, long broker) {}
