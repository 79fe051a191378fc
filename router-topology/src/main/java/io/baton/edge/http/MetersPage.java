// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import io.baton.names.Meters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Meters in the text form that Prometheus reads: Kafka Streams' own and ours. The identity of a process, which is another one at
 * each start, is taken out of the tags, so that the number of series depends on tasks and topics alone.
 */
final class MetersPage implements AutoCloseable {

    private static final String OURS = "kafka." + Meters.GROUP.replace("-metrics", "") + ".";
    /** Groups of meters that say how a router does; those of single clients' connections and requests are left out. */
    private static final Set<String> SHOWN = Set.of(
            "kafka.stream.",
            "kafka.consumer.fetch.manager.",
            "kafka.consumer.coordinator.",
            "kafka.producer.record.",
            "kafka.producer.txn",
            OURS);

    /** What a name has of the process: the application and an id that is another one at each start. */
    private static final Pattern PROCESS = Pattern.compile("^.*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-?");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final KafkaStreamsMetrics kafka;

    MetersPage(KafkaStreams streams, Live live, LongSupplier evicted) {
        registry.config().meterFilter(new Naming());
        registry.config()
                .meterFilter(MeterFilter.deny(id ->
                        id.getName().startsWith("kafka.") && SHOWN.stream().noneMatch(id.getName()::startsWith)));
        kafka = new KafkaStreamsMetrics(streams);
        kafka.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("triage.console.viewers", live, Live::viewers).register(registry);
        Gauge.builder("triage.console.evicted", evicted, LongSupplier::getAsLong)
                .strongReference(true)
                .register(registry);
    }

    Reply scrape(Exchange exchange) {
        return Reply.text(200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
    }

    @Override
    public void close() {
        kafka.close();
        registry.close();
    }

    /**
     * Ours lose the prefix that the binder gives them; a thread or client is known by its place. No tag is taken away: the binder
     * would take meters of the same name with fewer tags for outdated ones and remove them.
     */
    private static final class Naming implements MeterFilter {

        @Override
        public Meter.Id map(Meter.Id id) {
            List<Tag> tags = new ArrayList<>();
            for (Tag tag : id.getTags()) {
                tags.add(
                        switch (tag.getKey()) {
                            case "thread.id" -> Tag.of("thread", place(tag.getValue()));
                            case "client.id" -> Tag.of("client", place(tag.getValue()));
                            case "process.id" -> Tag.of("process", place(tag.getValue()));
                            default -> tag;
                        });
            }
            String name = id.getName();
            return id.replaceTags(tags)
                    .withName(name.startsWith(OURS + "triage.") ? name.substring(OURS.length()) : name);
        }

        private static String place(String name) {
            String place = PROCESS.matcher(name).replaceAll("");
            return place.isEmpty() ? "router" : place;
        }

        @Override
        public MeterFilterReply accept(Meter.Id id) {
            return MeterFilterReply.NEUTRAL;
        }
    }
}
