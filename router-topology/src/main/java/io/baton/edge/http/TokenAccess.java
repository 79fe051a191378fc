// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import io.baton.config.TokenRule;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens of an OpenID Connect provider: signed with a key that it publishes and an algorithm of the list, from this issuer, for this
 * audience, valid now. Which role they give is said by one of their claims; a token without a role opens nothing.
 */
final class TokenAccess implements Access {

    private static final String SCHEME = "Bearer ";
    private static final int FETCH_MILLIS = 3_000;
    private static final long CACHED_SECONDS = 600;
    /** While the provider cannot be reached, the keys that are known go on being used. */
    private static final long KEPT_ON_ERROR_SECONDS = 60;
    /** An unknown key has the keys read anew, since they may have been rotated; not more often than this. */
    private static final long ANEW_AT_MOST_EVERY_MILLIS = 5_000;

    private static final Map<Integer, String> WHAT_IS_WRONG = Map.of(
            ErrorCodes.EXPIRED, "the token has expired",
            ErrorCodes.EXPIRATION_MISSING, "the token does not say when it expires",
            ErrorCodes.NOT_YET_VALID, "the token is not valid yet",
            ErrorCodes.AUDIENCE_INVALID, "the token is for another audience",
            ErrorCodes.AUDIENCE_MISSING, "the token is for no audience",
            ErrorCodes.ISSUER_INVALID, "the token is of another issuer",
            ErrorCodes.ISSUER_MISSING, "the token names no issuer",
            ErrorCodes.SIGNATURE_INVALID, "the signature of the token is wrong");

    private final TokenRule rule;
    private final JwtConsumer consumer;
    private final RateLimit failures;

    /** @param nanos a clock that only runs forward */
    TokenAccess(TokenRule rule, LongSupplier nanos) {
        this.rule = rule;
        this.failures = new RateLimit(1, 20, nanos);
        this.consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys(rule)))
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, rule.algorithms().toArray(String[]::new))
                .setExpectedIssuer(rule.issuer())
                .setExpectedAudience(rule.audience())
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) rule.skew().toSeconds())
                .build();
    }

    private static HttpsJwks keys(TokenRule rule) {
        Get get = new Get();
        get.setConnectTimeout(FETCH_MILLIS);
        get.setReadTimeout(FETCH_MILLIS);
        get.setRetries(0);
        HttpsJwks keys = new HttpsJwks(rule.keys().toString());
        keys.setSimpleHttpGet(get);
        keys.setDefaultCacheDuration(CACHED_SECONDS);
        keys.setRetainCacheOnErrorDuration(KEPT_ON_ERROR_SECONDS);
        keys.setRefreshReprieveThreshold(ANEW_AT_MOST_EVERY_MILLIS);
        return keys;
    }

    @Override
    public String challenge() {
        return "Bearer realm=\"baton\"";
    }

    @Override
    public Identity identify(Exchange exchange) {
        String header = exchange.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.unauthorised("sign in with a bearer token");
        }
        JwtClaims claims;
        try {
            claims = consumer.processToClaims(header.substring(SCHEME.length()).trim());
        } catch (InvalidJwtException e) {
            if (isUnreachable(e)) {
                throw Problem.notYet("the keys of the token's issuer cannot be read at the moment");
            }
            failures.take(exchange.remote());
            throw Problem.unauthorised(whatIsWrong(e));
        }
        return identity(claims);
    }

    private Identity identity(JwtClaims claims) {
        Object name = claims.getClaimValue(rule.nameClaim());
        if (!(name instanceof String who) || who.isBlank()) {
            throw Problem.forbidden("the token has no claim " + rule.nameClaim() + " that says who asks");
        }
        Role highest = null;
        for (String theirs : roles(claims.getClaimsMap())) {
            Role role = Optional.ofNullable(rule.roles().get(theirs))
                    .flatMap(Role::of)
                    .orElse(null);
            highest = role != null && (highest == null || role.includes(highest)) ? role : highest;
        }
        if (highest == null) {
            throw Problem.forbidden("the token names no role of this console in its claim " + rule.roleClaim());
        }
        try {
            long expires = claims.getExpirationTime().getValueInMillis();
            return new Identity(who, highest, expires + rule.skew().toMillis());
        } catch (MalformedClaimException e) {
            throw Problem.unauthorised("the token does not say when it expires");
        }
    }

    /** The claim as a list: a text is split at blanks, as the claim {@code scope} has it. */
    private Collection<String> roles(Map<String, Object> claims) {
        Object found =
                claims.containsKey(rule.roleClaim()) ? claims.get(rule.roleClaim()) : nested(claims, rule.roleClaim());
        if (found instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return found instanceof String text ? List.of(text.split(" +", -1)) : List.of();
    }

    private static @Nullable Object nested(Map<?, ?> claims, String path) {
        Object at = claims;
        for (String step : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at;
    }

    private static String whatIsWrong(InvalidJwtException e) {
        return e.getErrorDetails().stream()
                .map(error -> WHAT_IS_WRONG.get(error.getErrorCode()))
                .filter(text -> text != null)
                .findFirst()
                .orElse(
                        "the token cannot be accepted: it is malformed, or signed with a key or in a way that is not known here");
    }

    private static boolean isUnreachable(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
