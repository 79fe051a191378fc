// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
/**
 * State on the heap, its changelog of few large records, and the disk for what the heap has no room for; and rows that are encoded once a commit.
 *
 * <p>Must not know what the bytes mean that it keeps: images, journal entries and journeys come encoded and leave so.
 */
@NullMarked
package io.baton.packed;

import org.jspecify.annotations.NullMarked;
