// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.names.Meters;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/** A total and a rate among Kafka Streams' own metrics, one a task and node. */
final class Counter {

    private final Sensor sensor;

    private Counter(Sensor sensor) {
        this.sensor = sensor;
    }

    static Counter of(ProcessingContext context, String node, String meter) {
        return new Counter(context.metrics()
                .addRateTotalSensor(Meters.SCOPE, context.taskId() + "." + node, meter, Sensor.RecordingLevel.INFO));
    }

    void add() {
        sensor.record();
    }
}
