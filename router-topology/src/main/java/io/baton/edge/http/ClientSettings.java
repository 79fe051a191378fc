// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import io.baton.config.RouterConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The part of the router's Kafka settings that the console's own clients understand: brokers, encryption, who they are. */
final class ClientSettings {

    private static final Set<String> NOT_OURS = Set.of(
            "group.id", "client.id", "transactional.id", "group.instance.id", "isolation.level", "enable.auto.commit");

    private ClientSettings() {}

    static Map<String, Object> consumer(RouterConfig config) {
        return of(config, ConsumerConfig.configNames(), "consumer.");
    }

    static Map<String, Object> producer(RouterConfig config) {
        Map<String, Object> settings = of(config, ProducerConfig.configNames(), "producer.");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return settings;
    }

    private static Map<String, Object> of(RouterConfig config, Set<String> known, String prefix) {
        Map<String, Object> settings = new HashMap<>();
        config.kafka().forEach((key, value) -> {
            if (known.contains(key) && !NOT_OURS.contains(key)) {
                settings.put(key, value);
            }
        });
        config.kafka().forEach((key, value) -> {
            String bare = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
            if (known.contains(bare) && !NOT_OURS.contains(bare)) {
                settings.put(bare, value);
            }
        });
        return settings;
    }
}
