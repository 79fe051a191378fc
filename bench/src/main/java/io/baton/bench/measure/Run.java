// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

/**
 * One slice of one program, after its warm-up.
 *
 * @param group programs that ran at the same time, in turn
 * @param round from 1
 * @param commitMs commit interval
 */
public record Run(String group, Variant variant, int round, int commitMs, Window window) {}
