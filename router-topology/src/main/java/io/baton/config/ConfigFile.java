// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.config;

import io.baton.config.RouterConfig.StateLayout;
import io.baton.config.RouterConfig.TopicLayout;
import io.baton.names.StoreLayout;
import io.baton.names.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a configuration: YAML, nested or with dots, plus overrides {@code key=value}; every mistake is reported at once.
 */
public final class ConfigFile {

    /** What reading gave. */
    public sealed interface Read {
        record Valid(RouterConfig config) implements Read {}

        /** Each problem is one line that names the setting and what is allowed. */
        record Invalid(List<String> problems) implements Read {}
    }

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ConfigFile() {}

    /**
     * @param yaml text of the file; may be empty
     * @param overrides {@code key=value} each, applied after the file
     */
    public static Read read(String yaml, List<String> overrides) {
        ConfigFile file = new ConfigFile();
        file.load(yaml);
        for (String override : overrides) {
            file.override(override);
        }
        return file.build();
    }

    private void load(String yaml) {
        try {
            LoaderOptions limits = new LoaderOptions();
            limits.setAllowDuplicateKeys(false);
            Object root = new Yaml(new SafeConstructor(limits)).load(yaml);
            if (root instanceof Map<?, ?> map) {
                flatten("", map);
            } else if (root != null) {
                problems.add("configuration: must be a mapping of settings to values");
            }
        } catch (YAMLException e) {
            String message = e.getMessage() == null ? "unreadable" : e.getMessage();
            problems.add("configuration: not YAML: " + message.replace('\n', ' '));
        }
    }

    private void flatten(String prefix, Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = prefix + entry.getKey();
            if (entry.getValue() instanceof Map<?, ?> nested) {
                flatten(key + ".", nested);
            } else if (entry.getValue() instanceof List<?> list) {
                values.put(
                        key, String.join(",", list.stream().map(String::valueOf).toList()));
            } else {
                values.put(key, entry.getValue() == null ? "" : String.valueOf(entry.getValue()));
            }
        }
    }

    private void override(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            problems.add("--set " + text + ": must be key=value");
        } else {
            values.put(
                    text.substring(0, equals).trim(), text.substring(equals + 1).trim());
        }
    }

    private Read build() {
        Map<String, String> kafka = section("kafka.");
        Map<String, String> registry = registry();
        for (String key : values.keySet()) {
            if (!known(key)) {
                problems.add(key + ": no such setting; `baton run --settings` lists them");
            }
        }
        if (kafka.getOrDefault("bootstrap.servers", "").isBlank()) {
            problems.add("kafka.bootstrap.servers: is missing, such as kafka.bootstrap.servers: broker-1:9092");
        }
        if (!registry.containsKey("schema.registry.url")) {
            problems.add("registry.url: is missing, such as registry.url: http://registry:8081");
        }
        TopicLayout topics =
                new TopicLayout(new Topics(prefix()), (int) number(Setting.TOPIC_PARTITIONS, 1, 10_000), (short)
                        number(Setting.TOPIC_REPLICATION, 1, 100));
        StateLayout state = new StateLayout(
                StoreLayout.valueOf(choice(Setting.STATE_STORE, "packed", "memory", "rocksdb")
                        .toUpperCase(Locale.ROOT)),
                Path.of(text(Setting.STATE_DIR).isEmpty() ? ".baton/state" : text(Setting.STATE_DIR)),
                number(Setting.STATE_CACHE_MB, 8, 1_000_000) * 1024 * 1024,
                stateMax());
        RouterConfig config = new RouterConfig(
                kafka,
                registry,
                topics,
                path(Setting.POLICY_FILE),
                path(Setting.TEXT_MODEL),
                choice(Setting.DECISIONS, "changes", "all").equals("all"),
                Profile.valueOf(choice(Setting.PROFILE, "throughput", "latency", "replay")
                        .toUpperCase(Locale.ROOT)),
                state,
                duration(Setting.STARTUP_WAIT),
                (int) number(Setting.THREADS_REPLACED, 0, 1000),
                duration(Setting.TIMERS_QUIET),
                http());
        return problems.isEmpty() ? new Read.Valid(config) : new Read.Invalid(List.copyOf(problems));
    }

    private Map<String, String> section(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private Map<String, String> registry() {
        Map<String, String> found = new LinkedHashMap<>();
        section("registry.").forEach((key, value) -> {
            boolean whole =
                    key.startsWith("schema.registry.") || key.startsWith("auto.") || key.startsWith("basic.auth.");
            found.put(whole ? key : "schema.registry." + key, value);
        });
        return found;
    }

    private HttpLayout http() {
        OptionalInt port = text(Setting.HTTP_PORT).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) number(Setting.HTTP_PORT, 0, 65_535));
        return new HttpSection(this::text, (setting, what) -> problems.add(setting.key() + ": " + what)).read(port);
    }

    private static boolean known(String key) {
        for (Setting setting : Setting.values()) {
            String name = setting.key();
            boolean any = name.endsWith("*");
            if (any ? key.startsWith(name.substring(0, name.length() - 1)) : key.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private String text(Setting setting) {
        String standard = setting.standard();
        return values.getOrDefault(setting.key(), standard == null ? "" : standard);
    }

    private Optional<Path> path(Setting setting) {
        return text(setting).isEmpty() ? Optional.empty() : Optional.of(Path.of(text(setting)));
    }

    private String prefix() {
        String prefix = text(Setting.TOPIC_PREFIX);
        if (!prefix.matches("[a-zA-Z0-9._-]{0,100}")) {
            problems.add("topics.prefix: only letters, digits, dots, hyphens and underscores (was " + prefix + ")");
        }
        return prefix;
    }

    private long number(Setting setting, long least, long most) {
        String text = text(setting);
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below with what is allowed
        }
        problems.add(setting.key() + ": must be a whole number from " + least + " to " + most + " (was " + text + ")");
        return least;
    }

    private String choice(Setting setting, String... allowed) {
        String value = text(setting);
        if (List.of(allowed).contains(value)) {
            return value;
        }
        String last = allowed[allowed.length - 1];
        String others = String.join(", ", List.of(allowed).subList(0, allowed.length - 1));
        problems.add(setting.key() + ": must be " + others + " or " + last + " (was " + value + ")");
        return allowed[0];
    }

    private long stateMax() {
        String text = text(Setting.STATE_MAX);
        OptionalLong size = text.equals("auto") ? OptionalLong.of(StateLayout.autoMaxBytes()) : SizeText.bytes(text);
        if (size.isEmpty()) {
            problems.add(Setting.STATE_MAX.key() + ": must be auto or a size such as 800m or 2g (was " + text + ")");
        }
        return size.orElse(0);
    }

    private Duration duration(Setting setting) {
        Optional<Duration> parsed = LengthOfTime.of(text(setting));
        if (parsed.isEmpty()) {
            problems.add(setting.key() + ": must be a duration such as 90s, 15m, 2h or 7d (was " + text(setting) + ")");
        }
        return parsed.orElse(Duration.ZERO);
    }
}
