// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.baton.config.HttpLayout;
import io.baton.config.TokenRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider as far as a console sees one: keys at an address, and tokens. */
final class Provider implements AutoCloseable {

    static final String ISSUER = "https://login.example";
    static final String AUDIENCE = "baton";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RsaJsonWebKey key;
    private int keys;

    Provider() throws IOException, JoseException {
        key = newKey();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", this::keys);
        server.start();
    }

    private void keys(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = new JsonWebKeySet(key)
                .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private RsaJsonWebKey newKey() throws JoseException {
        RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
        made.setKeyId("key-" + ++keys);
        made.setUse("sig");
        return made;
    }

    /** From now on there is another key, and the one before is gone. */
    void rotate() throws JoseException {
        key = newKey();
    }

    RsaJsonWebKey key() {
        return key;
    }

    /** How often somebody has read the keys. */
    int asked() {
        return asked.get();
    }

    HttpLayout layout() {
        return new HttpLayout(
                OptionalInt.of(0),
                HttpLayout.LOOPBACK,
                Optional.empty(),
                Optional.of(new TokenRule(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"),
                        ISSUER,
                        AUDIENCE,
                        List.of("RS256"),
                        Duration.ofSeconds(30),
                        "sub",
                        "realm_access.roles",
                        Map.of("support-viewers", "viewer", "support", "agent", "leads", "operator"))),
                Optional.empty());
    }

    /** Claims of a token that is in order. */
    static JwtClaims claims(String name, String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(name);
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setIssuedAt(fromNow(Duration.ofMinutes(-10)));
        claims.setClaim("realm_access", Map.of("roles", List.of(roles)));
        return claims;
    }

    static NumericDate fromNow(Duration duration) {
        return NumericDate.fromMilliseconds(System.currentTimeMillis() + duration.toMillis());
    }

    String token(JwtClaims claims) throws JoseException {
        return token(claims, key);
    }

    static String token(JwtClaims claims, RsaJsonWebKey by) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(by.getPrivateKey());
        signature.setKeyIdHeaderValue(by.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return signature.getCompactSerialization();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
