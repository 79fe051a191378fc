// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.StoreLayout;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bearer tokens of an OpenID Connect provider: what opens the console and what does not. */
class TokensIT {

    private static final String INBOX = "/api/v1/inbox";
    private static final String CUSTOMER = "/api/v1/state/customers/nobody";

    private static Provider provider;
    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        provider = new Provider();
        served = new Served(provider.layout(), StoreLayout.PACKED);
        awaitStatus(INBOX, provider.token(Provider.claims("vera", "support-viewers")), 200);
    }

    @AfterAll
    static void end() {
        served.close();
        provider.close();
    }

    private static HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return served.get(path, "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> awaitStatus(String path, String token, int status) throws Exception {
        HttpResponse<String> answer = get(path, token);
        for (int i = 0; i < 600 && answer.statusCode() != status; i++) {
            Thread.sleep(100);
            answer = get(path, token);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static void isRefused(String token, String why) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(INBOX, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains(why).doesNotContain("eyJ");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"baton\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "support-viewers, 200, 403, viewer",
        "support, 200, 404, agent",
        "leads, 200, 404, operator",
        "support-viewers support, 200, 404, agent"
    })
    void aRoleOpensWhatItIsForAndTheHighestCounts(String roles, int inbox, int customer, String role) throws Exception {
        String token = provider.token(Provider.claims("somebody", roles.split(" ")));

        assertThat(get(INBOX, token).statusCode()).isEqualTo(inbox);
        awaitStatus(CUSTOMER, token, customer);
        assertThat(get("/api/v1/me", token).body()).contains("\"somebody\"").contains("\"" + role + "\"");
    }

    @Test
    void aTokenWithoutARoleOfOursOpensNothing() throws Exception {
        HttpResponse<String> answer = get(INBOX, provider.token(Provider.claims("max", "kitchen")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("realm_access.roles").doesNotContain("kitchen");
    }

    @Test
    void aViewersTokenCannotWrite() throws Exception {
        String token = provider.token(Provider.claims("vera", "support-viewers"));

        assertThat(served.post(
                                "/api/v1/escalations/x/accept",
                                "{}",
                                Gate.WRITE_HEADER,
                                "1",
                                "Authorization",
                                "Bearer " + token)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        JwtClaims claims = Provider.claims("anna", "support");
        claims.setIssuer("https://elsewhere.example");

        isRefused(provider.token(claims), "another issuer");
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() throws Exception {
        JwtClaims claims = Provider.claims("anna", "support");
        claims.setAudience("another-application");

        isRefused(provider.token(claims), "another audience");
    }

    @Test
    void anExpiredTokenIsRefusedAndAClockThatIsALittleOffIsNot() throws Exception {
        JwtClaims claims = Provider.claims("anna", "support");
        claims.setExpirationTime(Provider.fromNow(Duration.ofSeconds(-40)));
        isRefused(provider.token(claims), "has expired");

        claims.setExpirationTime(Provider.fromNow(Duration.ofSeconds(-5)));
        assertThat(get(INBOX, provider.token(claims)).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenThatNeverExpiresOrIsNotValidYetIsRefused() throws Exception {
        JwtClaims forever = Provider.claims("anna", "support");
        forever.unsetClaim("exp");
        isRefused(provider.token(forever), "when it expires");

        JwtClaims early = Provider.claims("anna", "support");
        early.setNotBefore(Provider.fromNow(Duration.ofMinutes(2)));
        isRefused(provider.token(early), "not valid yet");
    }

    @Test
    void aTokenWithoutSignatureIsRefused() throws Exception {
        JsonWebSignature unsigned = new JsonWebSignature();
        unsigned.setPayload(Provider.claims("anna", "support").toJson());
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);

        isRefused(unsigned.getCompactSerialization(), "cannot be accepted");
    }

    @Test
    void aPublicKeyIsNoSharedSecret() throws Exception {
        JsonWebSignature confused = new JsonWebSignature();
        confused.setPayload(Provider.claims("anna", "support").toJson());
        confused.setKey(new HmacKey(provider.key().getPublicKey().getEncoded()));
        confused.setKeyIdHeaderValue(provider.key().getKeyId());
        confused.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);

        isRefused(confused.getCompactSerialization(), "cannot be accepted");
    }

    @Test
    void aKeyThatTheProviderDoesNotPublishIsRefused() throws Exception {
        RsaJsonWebKey other = RsaJwkGenerator.generateJwk(2048);
        other.setKeyId("unknown");
        isRefused(Provider.token(Provider.claims("anna", "support"), other), "cannot be accepted");

        other.setKeyId(provider.key().getKeyId());
        isRefused(Provider.token(Provider.claims("anna", "support"), other), "signature");
    }

    @Test
    void aTokenThatWasChangedOnItsWayIsRefused() throws Exception {
        String[] parts =
                provider.token(Provider.claims("vera", "support-viewers")).split("\\.", -1);
        String changed = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("support-viewers", "leads");
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(UTF_8));

        isRefused(parts[0] + "." + payload + "." + parts[2], "signature");
    }

    @Test
    void aPasswordIsNoToken() throws Exception {
        assertThat(served.get(INBOX, "Authorization", "Basic dmVyYTp4").statusCode())
                .isEqualTo(401);
        assertThat(served.get(INBOX).statusCode()).isEqualTo(401);
        isRefused("not.a.token", "cannot be accepted");
    }

    @Test
    void keysAreKeptAndReadAnewWhenTheyAreRotated() throws Exception {
        String before = provider.token(Provider.claims("anna", "support"));
        awaitStatus(INBOX, before, 200);
        int asked = provider.asked();
        for (int i = 0; i < 20; i++) {
            assertThat(get(INBOX, before).statusCode()).isEqualTo(200);
        }
        assertThat(provider.asked()).as("kept").isEqualTo(asked);

        provider.rotate();
        awaitStatus(INBOX, provider.token(Provider.claims("anna", "support")), 200);

        assertThat(get(INBOX, before).statusCode())
                .as("of the old key, maybe one refusal too many")
                .isIn(401, 429);
    }

    @Test
    void aStreamEndsWithTheTokenThatOpenedIt() throws Exception {
        JwtClaims claims = Provider.claims("anna", "support");
        claims.setExpirationTime(Provider.fromNow(Duration.ofSeconds(-28)));
        String token = provider.token(claims);
        HttpResponse<Stream<String>> stream = served.client.send(
                HttpRequest.newBuilder(served.address("/api/v1/live"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);

        try (Stream<String> lines = stream.body()) {
            assertThat(lines.toList()).as("the stream has an end").contains("event: hello");
        }
    }

    @Test
    void aProviderThatIsNotThereIsNobodysFaultHere() throws IOException, JoseException, InterruptedException {
        Provider gone = new Provider();
        String token = gone.token(Provider.claims("anna", "support"));
        gone.close();
        try (Served alone = new Served(gone.layout(), StoreLayout.PACKED)) {
            HttpResponse<String> answer = alone.get(INBOX, "Authorization", "Bearer " + token);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }
}
