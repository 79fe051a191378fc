// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * How the registry is reached, under the setting names of the ecosystem.
 *
 * @param urls at least one, tried in turn
 * @param userInfo {@code user:password} for basic authentication; null = none
 * @param retry how long an unreachable registry is tried again before giving up
 * @param autoRegister whether a schema is registered by the first record written with it, or must be there already
 * @param truststore certificates that are trusted; null = those of the Java installation
 * @param keystore our own certificate and key; null = none
 */
public record RegistryConfig(
        List<URI> urls,
        @Nullable String userInfo,
        Duration retry,
        boolean autoRegister,
        @Nullable KeyFile truststore,
        @Nullable KeyFile keystore) {

    /** URLs, separated by commas. */
    public static final String URL = "schema.registry.url";

    /** Milliseconds, 0 or more. */
    public static final String RETRY_MS = "schema.registry.retry.ms";

    /** true or false. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    static final Duration DEFAULT_RETRY = Duration.ofMinutes(5);

    private static final String PREFIX = "schema.registry.";
    private static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";

    /**
     * A key or trust store on disk.
     *
     * @param location path of the file
     * @param password of the file; null = none
     * @param keyPassword of the key inside; null = that of the file
     * @param type such as {@code PKCS12} or {@code JKS}
     */
    public record KeyFile(
            String location,
            @Nullable String password,
            @Nullable String keyPassword,
            String type) {

        @Override
        public String toString() {
            return "KeyFile[" + location + "]";
        }
    }

    public RegistryConfig {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new ConfigException(URL + " is required: the address of the schema registry");
        }
    }

    /**
     * Reads the settings out of a client configuration; what belongs to others is ignored.
     *
     * @throws ConfigException naming the setting that is missing or wrong, never its value where that may be secret
     */
    public static RegistryConfig of(Map<String, ?> settings) {
        List<URI> urls = new ArrayList<>();
        String userInfo = userInfo(settings);
        for (String part : text(settings, URL, "").split(",", -1)) {
            if (!part.isBlank()) {
                URI uri = uri(part.strip());
                userInfo = userInfo == null ? uri.getUserInfo() : userInfo;
                urls.add(withoutUserInfo(uri));
            }
        }
        boolean autoRegister = Boolean.parseBoolean(text(settings, AUTO_REGISTER, "true"));
        return new RegistryConfig(
                urls,
                userInfo,
                retry(settings),
                autoRegister,
                file(settings, "truststore"),
                file(settings, "keystore"));
    }

    /** Names the addresses and nothing that could be secret. */
    @Override
    public String toString() {
        return "RegistryConfig" + urls;
    }

    private static @Nullable String userInfo(Map<String, ?> settings) {
        String source = text(settings, PREFIX + CREDENTIALS_SOURCE, text(settings, CREDENTIALS_SOURCE, "URL"))
                .toUpperCase(Locale.ROOT);
        if (source.equals("URL")) {
            return null;
        }
        if (!source.equals("USER_INFO")) {
            throw new ConfigException(CREDENTIALS_SOURCE + " must be URL or USER_INFO");
        }
        String info = text(settings, PREFIX + USER_INFO, text(settings, USER_INFO, ""));
        if (info.isEmpty()) {
            throw new ConfigException(PREFIX + USER_INFO + " is required where the source is USER_INFO");
        }
        return info;
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException(URL + " is not a list of http or https addresses");
        }
        throw new ConfigException(URL + " is not a list of http or https addresses");
    }

    private static URI withoutUserInfo(URI uri) {
        String info = uri.getRawUserInfo();
        return info == null ? uri : URI.create(uri.toString().replace(info + "@", ""));
    }

    private static Duration retry(Map<String, ?> settings) {
        try {
            long millis = Long.parseLong(text(settings, RETRY_MS, Long.toString(DEFAULT_RETRY.toMillis())));
            if (millis >= 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException e) {
            throw new ConfigException(RETRY_MS + " must be a whole number of milliseconds, 0 or more");
        }
        throw new ConfigException(RETRY_MS + " must be a whole number of milliseconds, 0 or more");
    }

    private static @Nullable KeyFile file(Map<String, ?> settings, String store) {
        String prefix = PREFIX + "ssl." + store;
        String location = text(settings, prefix + ".location", "");
        if (location.isEmpty()) {
            return null;
        }
        return new KeyFile(
                location,
                emptyToNull(text(settings, prefix + ".password", "")),
                emptyToNull(text(settings, PREFIX + "ssl.key.password", "")),
                text(settings, prefix + ".type", "JKS"));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(Map<String, ?> settings, String name, String otherwise) {
        Object value = settings.get(name);
        if (value == null) {
            return otherwise;
        }
        return value instanceof Password secret ? secret.value() : value.toString();
    }
}
