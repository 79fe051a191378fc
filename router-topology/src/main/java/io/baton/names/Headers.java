// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.names;

/** Record headers that Baton writes; none of them ever holds personal data. */
public final class Headers {

    /** Code of why a record was refused. */
    public static final String REASON = "baton.reason";
    /** What was wrong, naming fields and limits but never values. */
    public static final String DETAIL = "baton.detail";
    /** Topic the record was read from. */
    public static final String TOPIC = "baton.topic";
    /** Partition the record was read from. */
    public static final String PARTITION = "baton.partition";
    /** Offset the record was read at. */
    public static final String OFFSET = "baton.offset";
    /** Marks the clock ticks of a replay; no other process may write it. */
    public static final String TICK = "baton.tick";

    private Headers() {}
}
