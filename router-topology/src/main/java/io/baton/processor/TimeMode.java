// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

/** Where time comes from. */
public enum TimeMode {
    /** Timers fire by the wall clock when a partition is quiet, and by its events while it is busy. */
    LIVE,
    /** Time is the events' alone; ticks let it run on at the end. The same input gives the same output. */
    REPLAY
}
