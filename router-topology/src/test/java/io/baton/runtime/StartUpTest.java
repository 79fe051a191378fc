// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.config.ConfigFile;
import io.baton.config.RouterConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {

    private static RouterConfig config(String... settings) {
        List<String> all = new ArrayList<>(Arrays.asList(settings));
        all.add("registry.url=http://127.0.0.1:1");
        ConfigFile.Read read = ConfigFile.read("", all);
        assertThat(read).isInstanceOf(ConfigFile.Read.Valid.class);
        return ((ConfigFile.Read.Valid) read).config();
    }

    @Test
    void whatIsConfiguredWinsOverWhatWeChose() {
        RouterConfig config = config(
                "kafka.bootstrap.servers=localhost:9092",
                "kafka.commit.interval.ms=20",
                "kafka.consumer.session.timeout.ms=45000",
                "kafka.num.standby.replicas=1",
                "kafka.group.protocol=streams");

        Map<String, Object> settings = StreamsSettings.of(config);

        assertThat(settings)
                .containsEntry("commit.interval.ms", "20")
                .containsEntry("consumer.session.timeout.ms", "45000")
                .containsEntry("num.standby.replicas", "1")
                .containsEntry("group.protocol", "streams")
                .containsEntry("processing.guarantee", "exactly_once_v2");
    }

    @Test
    void aClientSettingWinsWithThePrefixOfItsClientAndWithout() {
        StreamsConfig settings = new StreamsConfig(StreamsSettings.of(config(
                "kafka.bootstrap.servers=localhost:9092",
                "kafka.session.timeout.ms=7000",
                "kafka.consumer.heartbeat.interval.ms=2000",
                "kafka.transaction.timeout.ms=5000")));

        assertThat(settings.getMainConsumerConfigs("group", "client", 0))
                .containsEntry("session.timeout.ms", "7000")
                .containsEntry("heartbeat.interval.ms", "2000");
        assertThat(settings.getProducerConfigs("client")).containsEntry("transaction.timeout.ms", "5000");
    }

    @Test
    void whatIsNotConfiguredHasTheValuesThatFailOverAndPrivacyNeed() {
        Map<String, Object> settings = StreamsSettings.of(config("kafka.bootstrap.servers=localhost:9092"));

        assertThat(settings)
                .containsEntry("commit.interval.ms", 100)
                .containsEntry("consumer.session.timeout.ms", 10_000)
                .containsEntry("producer.transaction.timeout.ms", 10_000)
                .containsEntry("group.protocol", "classic")
                .containsEntry("ensure.explicit.internal.resource.naming", true);
        assertThat((Long) settings.get("state.cleanup.dir.max.age.ms"))
                .isLessThan(Duration.ofDays(1).toMillis());
    }

    @Test
    void adminGetsOnlyWhatItUnderstands() {
        Map<String, Object> settings = StreamsSettings.admin(config(
                "kafka.bootstrap.servers=localhost:9092",
                "kafka.security.protocol=SSL",
                "kafka.num.stream.threads=4",
                "kafka.admin.retries=7"));

        assertThat(settings)
                .containsEntry("security.protocol", "SSL")
                .containsEntry("retries", "7")
                .doesNotContainKey("num.stream.threads");
    }

    @Test
    void anUnreachableBrokerIsSaidAtOnceAndGivenUpAfterTheWait() throws IOException {
        int port = closedPort();
        RouterConfig config = config("kafka.bootstrap.servers=127.0.0.1:" + port, "startup.wait=1s");
        List<String> said = new ArrayList<>();

        assertThatThrownBy(() -> new Preflight(config, "create", said::add).pass(List.of()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("kafka.bootstrap.servers: 127.0.0.1:" + port + " did not answer within 1 s");
        assertThat(said)
                .containsExactly("kafka.bootstrap.servers: cannot reach 127.0.0.1:" + port + "; trying again for 1 s");
    }

    @Test
    void anAddressWithoutAPortIsAMistakeNotAnOutage() {
        assertThat(StreamsSettings.problems(config("kafka.bootstrap.servers=broker-1,broker-2:9092")))
                .singleElement()
                .asString()
                .startsWith("kafka.bootstrap.servers: must be host:port");
    }

    @Test
    void threadsAreReplacedWithinABudgetThatRefills() {
        AtomicLong nanos = new AtomicLong();
        ThreadBudget budget = new ThreadBudget(2, nanos::get);

        assertThat(List.of(budget.spend(), budget.spend(), budget.spend())).containsExactly(true, true, false);
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        assertThat(budget.spend()).isTrue();
    }

    @Test
    void aSecondRouterIsKeptOutOfTheStateFolderAndToldWhoHasIt(@TempDir Path dir) throws IOException {
        try (StateLock first = StateLock.take(dir)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> StateLock.take(dir))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageStartingWith("state.dir: " + dir + " is in use by process "
                            + ProcessHandle.current().pid());
        }
        StateLock.take(dir).close();
    }

    @Test
    @Tag("G02")
    void failuresAreNamedWithoutWhatTheRecordHeld() {
        Exception poison = new StreamsException(
                "Exception caught in process. stacktrace=...", new IllegalArgumentException("jane@example.com"));
        Exception bytes = new SerializationException("could not read jane@example.com");

        assertThat(FailureText.of(poison))
                .startsWith("IllegalArgumentException")
                .doesNotContain("jane");
        assertThat(FailureText.of(bytes)).startsWith("SerializationException").doesNotContain("jane");
    }

    @Test
    void aRefusalOfTheBrokerNamesItsResource() {
        Exception denied =
                new StreamsException("thread failed", new TopicAuthorizationException("Not authorized: triage.alerts"));

        assertThat(FailureText.of(denied)).isEqualTo("TopicAuthorizationException: Not authorized: triage.alerts");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
