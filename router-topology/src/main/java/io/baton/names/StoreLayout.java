// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.names;

/** How conversations, journeys and timers are kept; what is decided does not depend on it. */
public enum StoreLayout {
    /** On the heap; what changed between two commits goes to the changelog as a few large records. */
    PACKED,
    /** On the heap in Kafka Streams' own stores; a changelog record for each change. */
    MEMORY,
    /** On disk in RocksDB, with a bounded cache; a changelog record for each change. */
    ROCKSDB;

    /** Whether the state folder is needed. */
    public boolean onDisk() {
        return this == ROCKSDB;
    }
}
