// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

/**
 * What was read at one moment of a slice.
 *
 * @param nanos monotonic clock
 * @param committed events of the slice that the application has committed
 * @param app processor time of the application so far, nanoseconds
 * @param broker processor time of the broker so far, nanoseconds
 */
public record Sample(long nanos, long committed, long app, long broker) {}
