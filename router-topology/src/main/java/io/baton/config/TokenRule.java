// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which bearer tokens the console takes.
 *
 * @param keys where the issuer publishes its keys (JWKS); {@code https}, or {@code http} on this machine
 * @param issuer {@code iss} that a token must have
 * @param audience {@code aud} that a token must name
 * @param algorithms signatures that are accepted, asymmetric ones only
 * @param skew how far the issuer's clock may be from ours
 * @param nameClaim claim that names who asks
 * @param roleClaim claim that lists roles; dots lead into nested claims
 * @param roles names that the claim may hold, by our role: viewer, agent, operator
 */
public record TokenRule(
        URI keys,
        String issuer,
        String audience,
        List<String> algorithms,
        Duration skew,
        String nameClaim,
        String roleClaim,
        Map<String, String> roles) {

    /** Signatures whose check needs no secret; a shared secret or none at all proves nothing about the issuer. */
    public static final Set<String> ASYMMETRIC =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    public TokenRule {
        algorithms = List.copyOf(algorithms);
        roles = Map.copyOf(roles);
    }
}
