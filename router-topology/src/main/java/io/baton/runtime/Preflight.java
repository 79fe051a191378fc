// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import io.baton.config.RouterConfig;
import io.baton.names.Topics;
import io.baton.serde.RegistryClient;
import io.baton.serde.RegistryConfig;
import io.baton.serde.RegistryUnavailableException;
import io.baton.serde.UnknownSchemaException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * What must hold before the router starts: broker and registry answer, every topic exists, the customer-side topics have equal
 * partition counts. Better a refusal that names the remedy than a router that loses its dead letters.
 */
public final class Preflight {

    private static final int ASK_MS = 5_000;

    private final RouterConfig config;
    private final String createCommand;
    private final Consumer<String> say;

    /**
     * @param createCommand what a person types to have missing topics made
     * @param say takes one line for the person who waits
     */
    public Preflight(RouterConfig config, String createCommand, Consumer<String> say) {
        this.config = config;
        this.createCommand = createCommand;
        this.say = say;
    }

    /**
     * Waits for broker and registry, then looks at the topics.
     *
     * @param queues queues of the policy, a topic each
     * @return partitions of the customer-side topics
     * @throws StartRefusedException when something does not hold, or not in time
     */
    public int pass(List<String> queues) throws InterruptedException {
        try (Admin admin = broker()) {
            registry();
            TopicAdmin.Finding finding = new TopicAdmin(admin, createCommand).check(config, queues);
            if (!finding.problems().isEmpty()) {
                throw new StartRefusedException(finding.problems());
            }
            Topics names = config.topics().names();
            return Objects.requireNonNull(finding.partitions().get(names.conversationEvents()));
        }
    }

    /**
     * An admin client of a broker that has answered.
     *
     * @throws StartRefusedException when none answered in time or the broker refuses us
     */
    public Admin broker() throws InterruptedException {
        String servers = config.bootstrapServers();
        return new Patience(config.startupWait(), say)
                .await("kafka.bootstrap.servers", servers, () -> Addresses.anyAccepts(servers) ? connect() : null);
    }

    /** A client that has been answered, or null where the broker is not ready yet. */
    private @Nullable Admin connect() throws InterruptedException {
        Map<String, Object> settings = StreamsSettings.admin(config);
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ASK_MS);
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ASK_MS);
        Admin admin;
        try {
            admin = Admin.create(settings);
        } catch (KafkaException e) {
            throw new StartRefusedException(List.of("kafka.*: " + FailureText.of(cause(e))));
        }
        try {
            admin.describeCluster().nodes().get();
            return admin;
        } catch (ExecutionException e) {
            admin.close(Duration.ZERO);
            if (e.getCause() instanceof AuthenticationException || e.getCause() instanceof AuthorizationException) {
                throw new StartRefusedException(
                        List.of("kafka.security.protocol, kafka.sasl.*, kafka.ssl.*: the broker refuses us: "
                                + FailureText.of(e)));
            }
            return null;
        }
    }

    private static Throwable cause(KafkaException e) {
        return e.getCause() == null ? e : e.getCause();
    }

    private void registry() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(config.registry());
        settings.put(RegistryConfig.RETRY_MS, "0");
        RegistryClient client;
        try {
            client = new RegistryClient(RegistryConfig.of(settings));
        } catch (ConfigException e) {
            throw new StartRefusedException(List.of("registry.*: " + e.getMessage()));
        }
        String urls = config.registry().getOrDefault(RegistryConfig.URL, "");
        new Patience(config.startupWait(), say).await("registry.url", urls, () -> answers(client) ? "" : null);
    }

    /** Asks for an id that no registry has given out yet: that it has none is the answer of a healthy registry. */
    private static boolean answers(RegistryClient client) {
        try {
            client.byId(Integer.MAX_VALUE);
            return true;
        } catch (UnknownSchemaException e) {
            return true;
        } catch (RegistryUnavailableException e) {
            return false;
        }
    }
}
