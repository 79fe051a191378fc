// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.config;

import org.jspecify.annotations.Nullable;

/** Every setting of a configuration file, its default and what it is for; the reference in the docs is checked against it. */
public enum Setting {
    KAFKA("kafka.*", null, "Any setting of Kafka's clients and of Kafka Streams; bootstrap.servers is required."),
    REGISTRY_URL("registry.url", null, "Schema registry, one or more URLs separated by commas."),
    REGISTRY("registry.*", null, "Any setting of the registry client, such as basic.auth.user.info."),
    TOPIC_PREFIX("topics.prefix", "triage.", "What every topic name begins with; may be empty."),
    TOPIC_PARTITIONS("topics.partitions", "6", "Partitions of topics that `baton topics --create` makes, 1 or more."),
    TOPIC_REPLICATION("topics.replication", "3", "Replicas of topics that `baton topics --create` makes, 1 or more."),
    POLICY_FILE(
            "policy.file",
            "",
            "Policy in force until the rulesets topic holds a live one; empty = the default policy."),
    TEXT_MODEL(
            "text.model",
            "",
            "Text model that policies mean by textModel.use: file, made by `baton learn`; empty = none."),
    DECISIONS(
            "decisions", "changes", "`changes` writes each change of path, tier or owner; `all` each \"no\" as well."),
    PROFILE(
            "profile",
            "throughput",
            "`throughput` commits every 100 ms, `latency` every 20 ms and `replay` every 250 ms, each with what goes with it."),
    STATE_STORE(
            "state.store",
            "packed",
            "`packed` keeps state on the heap, logged in few large records; `memory` on the heap, `rocksdb` on disk, both logged record by record."),
    STATE_DIR("state.dir", "", "Folder for state on disk; empty = .baton/state below the working folder."),
    STATE_MAX(
            "state.max",
            "auto",
            "Most that packed state takes of the heap, such as 800m or 2g; beyond it customers go to disk; `auto` = half of the heap."),
    STATE_CACHE_MB("state.cache.mb", "128", "Bound of all RocksDB caches and write buffers together, in megabytes."),
    STARTUP_WAIT("startup.wait", "60s", "How long to wait for broker and registry before giving up."),
    THREADS_REPLACED("threads.replaced", "3", "Stream threads replaced within ten minutes before the router stops."),
    TIMERS_QUIET("timers.quiet", "2s", "Silence of a partition after which its timers go by the wall clock."),
    HTTP_PORT(
            "http.port",
            "",
            "Port of the console, with health and meters, such as 8080; 0 = any free one, empty = there is none."),
    HTTP_HOST("http.host", HttpLayout.LOOPBACK, "Address that the console listens on."),
    HTTP_ADVERTISED(
            "http.advertised",
            "",
            "Where other instances reach this console, such as baton-1.internal:8080, so that each answers for the others; empty = http.host and http.port where they say it."),
    HTTP_PASSWORD_FILE(
            "http.password.file",
            "",
            "Who may use the console, one a line, `name:role:bcrypt`, role viewer, agent or operator; this or http.oidc is needed for other addresses."),
    HTTP_OIDC_JWKS(
            "http.oidc.jwks.url",
            "",
            "Where an OpenID Connect provider publishes its keys, https; with it the console takes the provider's bearer tokens instead of passwords."),
    HTTP_OIDC_ISSUER("http.oidc.issuer", "", "Issuer that a token must be of, as its claim `iss` has it."),
    HTTP_OIDC_AUDIENCE("http.oidc.audience", "", "Audience that a token must be for, as its claim `aud` has it."),
    HTTP_OIDC_ALGORITHMS(
            "http.oidc.algorithms", "RS256,ES256", "Signatures that are accepted; only asymmetric ones can be."),
    HTTP_OIDC_SKEW("http.oidc.skew", "30s", "How far the provider's clock may be from ours, up to 10m."),
    HTTP_OIDC_NAME("http.oidc.name.claim", "sub", "Claim that names who asks; it becomes the agent's id."),
    HTTP_OIDC_ROLE_CLAIM(
            "http.oidc.role.claim",
            "roles",
            "Claim that lists roles, a list or one text; dots lead into nested claims, such as realm_access.roles."),
    HTTP_OIDC_ROLES(
            "http.oidc.roles",
            "viewer,agent,operator",
            "What the claim's values mean here, such as `support=agent,support-leads=operator`; the highest counts.");

    private final String key;
    private final @Nullable String standard;
    private final String what;

    Setting(String key, @Nullable String standard, String what) {
        this.key = key;
        this.standard = standard;
        this.what = what;
    }

    /** Name in the file; a trailing {@code *} stands for any further name. */
    public String key() {
        return key;
    }

    /** Value where none is given; null where one must be given or none exists. */
    public @Nullable String standard() {
        return standard;
    }

    /** One sentence on what it does. */
    public String what() {
        return what;
    }
}
