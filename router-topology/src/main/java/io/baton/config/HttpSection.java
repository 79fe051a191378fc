// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the part of a configuration that says where the console listens and who may use it. */
final class HttpSection {

    private static final List<String> LOOPBACKS = List.of(HttpLayout.LOOPBACK, "localhost", "::1");
    private static final List<String> LOOPBACK_NAMES = List.of("127.0.0.1", "localhost", "[::1]");
    private static final List<String> ROLES = List.of("viewer", "agent", "operator");
    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[a-zA-Z0-9._-]+):[0-9]{1,5}");

    private final Function<Setting, String> text;
    private final BiConsumer<Setting, String> problem;

    /**
     * @param text the value of a setting, its default where none is given
     * @param problem takes what is wrong with a setting
     */
    HttpSection(Function<Setting, String> text, BiConsumer<Setting, String> problem) {
        this.text = text;
        this.problem = problem;
    }

    HttpLayout read(OptionalInt port) {
        String host = text.apply(Setting.HTTP_HOST);
        String people = text.apply(Setting.HTTP_PASSWORD_FILE);
        Optional<TokenRule> tokens = tokens();
        boolean open = people.isEmpty() && given(Setting.HTTP_OIDC_JWKS).isEmpty();
        if (open && !LOOPBACKS.contains(host)) {
            problem.accept(
                    Setting.HTTP_HOST,
                    "must be one of " + String.join(", ", LOOPBACKS)
                            + " unless http.password.file or http.oidc.jwks.url is set (was " + host + ")");
        }
        if (!people.isEmpty() && tokens.isPresent()) {
            problem.accept(
                    Setting.HTTP_PASSWORD_FILE,
                    "cannot be set together with http.oidc.jwks.url; people sign in one way or the other");
        }
        return new HttpLayout(
                port,
                host,
                people.isEmpty() ? Optional.empty() : Optional.of(Path.of(people)),
                tokens,
                advertised(host, port));
    }

    private Optional<String> given(Setting setting) {
        return Optional.of(text.apply(setting)).filter(value -> !value.isBlank());
    }

    private Optional<String> advertised(String host, OptionalInt port) {
        Optional<String> given = given(Setting.HTTP_ADVERTISED);
        if (given.isEmpty()) {
            return port.isEmpty() ? Optional.empty() : HttpLayout.advertised(host, port.getAsInt());
        }
        if (!ADDRESS.matcher(given.get()).matches()) {
            problem.accept(
                    Setting.HTTP_ADVERTISED,
                    "must be host:port, such as baton-1.internal:8080 (was " + given.get() + ")");
        }
        return given;
    }

    /** All three or none: a token of which one of them is not checked proves nothing. */
    private Optional<TokenRule> tokens() {
        List<Setting> three = List.of(Setting.HTTP_OIDC_JWKS, Setting.HTTP_OIDC_ISSUER, Setting.HTTP_OIDC_AUDIENCE);
        List<Setting> missing =
                three.stream().filter(setting -> given(setting).isEmpty()).toList();
        if (missing.size() == three.size()) {
            return Optional.empty();
        }
        missing.forEach(setting -> problem.accept(
                setting, "is missing; tokens are checked by http.oidc.jwks.url, .issuer and .audience together"));
        URI keys = keys();
        List<String> algorithms = algorithms();
        Duration skew = skew();
        Map<String, String> roles = roles();
        if (keys == null || !missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TokenRule(
                keys,
                text.apply(Setting.HTTP_OIDC_ISSUER),
                text.apply(Setting.HTTP_OIDC_AUDIENCE),
                algorithms,
                skew,
                text.apply(Setting.HTTP_OIDC_NAME),
                text.apply(Setting.HTTP_OIDC_ROLE_CLAIM),
                roles));
    }

    private @Nullable URI keys() {
        String url = text.apply(Setting.HTTP_OIDC_JWKS);
        try {
            URI uri = URI.create(url);
            String scheme = uri.getScheme();
            if ("https".equals(scheme) && uri.getHost() != null) {
                return uri;
            }
            if ("http".equals(scheme) && uri.getHost() != null && LOOPBACK_NAMES.contains(uri.getHost())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // reported below with what is allowed
        }
        if (!url.isBlank()) {
            problem.accept(
                    Setting.HTTP_OIDC_JWKS,
                    "must be an https URL, since whoever can change the keys on their way can sign in (was " + url
                            + ")");
        }
        return null;
    }

    private List<String> algorithms() {
        List<String> algorithms = list(text.apply(Setting.HTTP_OIDC_ALGORITHMS));
        List<String> others = algorithms.stream()
                .filter(name -> !TokenRule.ASYMMETRIC.contains(name))
                .toList();
        if (algorithms.isEmpty() || !others.isEmpty()) {
            problem.accept(
                    Setting.HTTP_OIDC_ALGORITHMS,
                    "must be some of "
                            + String.join(
                                    ", ", TokenRule.ASYMMETRIC.stream().sorted().toList()) + " (was "
                            + text.apply(Setting.HTTP_OIDC_ALGORITHMS) + ")");
        }
        return algorithms;
    }

    private Duration skew() {
        Optional<Duration> skew = LengthOfTime.of(text.apply(Setting.HTTP_OIDC_SKEW));
        if (skew.isEmpty() || skew.get().compareTo(Duration.ofMinutes(10)) > 0) {
            problem.accept(
                    Setting.HTTP_OIDC_SKEW,
                    "must be a duration up to 10m, such as 30s (was " + text.apply(Setting.HTTP_OIDC_SKEW) + ")");
        }
        return skew.orElse(Duration.ZERO);
    }

    /** Pairs such as {@code support-leads=operator}; our own names mean themselves where nothing else is said. */
    private Map<String, String> roles() {
        Map<String, String> roles = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (String pair : list(text.apply(Setting.HTTP_OIDC_ROLES))) {
            int equals = pair.lastIndexOf('=');
            String role = equals < 1 ? pair : pair.substring(equals + 1).trim();
            String theirs = equals < 1 ? pair : pair.substring(0, equals).trim();
            if (ROLES.contains(role)) {
                roles.put(theirs, role);
            } else {
                wrong.add(pair);
            }
        }
        if (!wrong.isEmpty() || roles.isEmpty()) {
            problem.accept(
                    Setting.HTTP_OIDC_ROLES,
                    "must be pairs name=role with the role viewer, agent or operator, such as support-leads=operator (was "
                            + text.apply(Setting.HTTP_OIDC_ROLES) + ")");
        }
        return roles;
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
