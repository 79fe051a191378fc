// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Where partitions end. */
public final class Offsets {

    private Offsets() {}

    /** The offset that the next record of each will get. */
    public static Map<TopicPartition, Long> ends(Admin admin, Collection<TopicPartition> partitions)
            throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ends of " + partitions + " cannot be read", e);
        }
    }

    /** Lets go of all records there are, so that the disk holds one run at a time. */
    public static void empty(Admin admin, Collection<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, RecordsToDelete> deleted = new HashMap<>();
        ends(admin, partitions).forEach((partition, end) -> deleted.put(partition, RecordsToDelete.beforeOffset(end)));
        try {
            admin.deleteRecords(deleted).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("records of " + partitions + " cannot be deleted", e);
        }
    }
}
