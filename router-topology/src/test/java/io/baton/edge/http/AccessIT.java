// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what where access control is configured. */
class AccessIT {

    @TempDir
    private static Path folder;

    private static Served served;

    private static String line(String name, String role) {
        return name + ":" + role + ":" + BCrypt.withDefaults().hashToString(4, (name + "-secret").toCharArray());
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    @BeforeAll
    static void serve() throws Exception {
        Path file = folder.resolve("people");
        Files.writeString(file, line("vera", "viewer") + "\n# agents\n" + line("anna", "agent") + "\n");
        served = new Served(file);
        served.handOver("secret-1", "A person please");
        String as = basic("anna", "anna-secret");
        // The decision is read from one topic and its packet from another: only the packet brings it into the inbox.
        for (int i = 0;
                i < 400
                        && !served.get("/api/v1/inbox", "Authorization", as)
                                .body()
                                .contains("secret-1");
                i++) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "vera, /api/v1/inbox, 200",
        "vera, /api/v1/figures, 200",
        "vera, /api/v1/conversations/secret-1, 403",
        "anna, /api/v1/conversations/secret-1, 200"
    })
    void aRoleOpensWhatItIsFor(String name, String path, int status) throws Exception {
        assertThat(served.get(path, "Authorization", basic(name, name + "-secret"))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void aViewerCannotWriteHoweverItIsDressedUp() throws Exception {
        assertThat(served.post(
                                "/api/v1/escalations/secret-1%2F1/accept",
                                "{\"revision\":\"1.1.waiting\",\"role\":\"operator\"}",
                                Gate.WRITE_HEADER,
                                "1",
                                "Baton-Role",
                                "operator",
                                "Authorization",
                                basic("vera", "vera-secret"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aViewerSeesNobodysWords() throws Exception {
        String rows = served.get("/api/v1/inbox", "Authorization", basic("vera", "vera-secret"))
                .body();

        assertThat(rows).contains("secret-1").doesNotContain("A person please");
    }

    @Test
    void whoIsNotKnownSeesThePageAndHealthOnly() throws Exception {
        assertThat(served.get("/").statusCode()).isEqualTo(200);
        assertThat(served.get("/healthz/live").statusCode()).isEqualTo(200);
        assertThat(served.get("/api/v1/inbox").statusCode()).isEqualTo(401);
        assertThat(served.get("/api/v1/live").statusCode()).isEqualTo(401);
        assertThat(served.get("/api/v1/inbox", "Authorization", "Bearer abc").statusCode())
                .isEqualTo(401);
        assertThat(served.get("/api/v1/inbox", "Authorization", basic("nobody", "x"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(served.get("/api/v1/inbox", "Authorization", basic("vera", "anna-secret"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFileThatIsWrongIsRefusedWithEveryLine() throws Exception {
        Path file = folder.resolve("wrong");
        Files.writeString(file, "max:boss:x\nmia:agent:plain-text\n");

        assertThatThrownBy(() -> PasswordFile.read(file, System::nanoTime))
                .isInstanceOf(AccessFileException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("line 2")
                .hasMessageContaining("htpasswd")
                .hasMessageNotContaining("plain-text");
    }
}
