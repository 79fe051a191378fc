// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.names.Meters;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.Meter;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** One meter of {@link Meters} in one task: a rate a second and a total. */
final class Counted implements AutoCloseable {

    private final StreamsMetrics metrics;
    private final Sensor sensor;

    Counted(ProcessorContext<?, ?> context, String name) {
        this.metrics = context.metrics();
        String task = context.taskId().toString();
        this.sensor = metrics.addSensor(name + "." + task, RecordingLevel.INFO);
        Map<String, String> tags = Map.of("task-id", task);
        sensor.add(new Meter(
                new MetricName(name + "-rate", Meters.GROUP, "a second", tags),
                new MetricName(name + "-total", Meters.GROUP, "since the task was opened", tags)));
    }

    void one() {
        sensor.record(1);
    }

    @Override
    public void close() {
        metrics.removeSensor(sensor);
    }
}
