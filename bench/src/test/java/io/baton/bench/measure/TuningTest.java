// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.config.ConfigFile;
import io.baton.runtime.StreamsSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TuningTest {

    @Test
    void theAlternativesGetTheClientSettingsThatTheRouterRunsWith() {
        List<String> overrides = new ArrayList<>(Tuning.forRouter("throughput", 100, "memory"));
        overrides.add("kafka.bootstrap.servers=127.0.0.1:9092");
        overrides.add("registry.url=http://127.0.0.1:8081");
        ConfigFile.Read.Valid router = (ConfigFile.Read.Valid) ConfigFile.read("", overrides);
        Map<String, Object> routers = StreamsSettings.of(router.config());

        Map<String, String> others = Tuning.forOthers("throughput", 100);

        assertThat(others)
                .isNotEmpty()
                .allSatisfy((key, value) ->
                        assertThat(String.valueOf(routers.get(key))).isEqualTo(value));
        assertThat(others)
                .containsKeys("consumer.max.poll.records", "producer.batch.size", "buffered.records.per.partition");
    }

    @Test
    void theRoutersFastStoreIsNotRocksDb() {
        assertThat(Tuning.store(null)).isNotEqualTo("rocksdb");
        assertThat(Tuning.store("rocksdb")).isEqualTo("rocksdb");
    }
}
