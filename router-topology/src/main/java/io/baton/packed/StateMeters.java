// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import io.baton.names.Meters;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.StateStoreContext;

/** How much a store holds, as of the latest commit. */
final class StateMeters implements AutoCloseable {

    private final StreamsMetrics metrics;
    private final Sensor heap;
    private final Sensor disk;

    StateMeters(StateStoreContext context, String store) {
        this.metrics = context.metrics();
        Map<String, String> tags = Map.of("task-id", context.taskId().toString(), "store", store);
        this.heap = sensor(Meters.STATE_HEAP, "bytes of heap that the state of the task takes, about", tags);
        this.disk = sensor(Meters.STATE_DISK, "bytes of state of the task that are on disk", tags);
    }

    void show(Holdings holdings) {
        heap.record((double) holdings.heap());
        disk.record((double) holdings.disk());
    }

    @Override
    public void close() {
        metrics.removeSensor(heap);
        metrics.removeSensor(disk);
    }

    private Sensor sensor(String name, String what, Map<String, String> tags) {
        Sensor sensor =
                metrics.addSensor(name + "." + tags.get("task-id") + "." + tags.get("store"), RecordingLevel.INFO);
        sensor.add(new MetricName(name, Meters.GROUP, what, tags), new Value());
        return sensor;
    }
}
