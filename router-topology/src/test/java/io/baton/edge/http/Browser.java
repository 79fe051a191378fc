// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Chromium without a window, spoken to in its own protocol. */
final class Browser extends Tab implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Started started;

    /**
     * A process.
     *
     * @param debugger host and port at which it can be spoken to
     */
    private record Started(Path profile, Process process, String debugger) {}

    Browser(Path program, int width, int height) throws IOException, InterruptedException {
        this(start(program, width, height));
        size(width, height);
    }

    private Browser(Started started) throws IOException, InterruptedException {
        super(firstPage(started.debugger()));
        this.started = started;
    }

    private static Started start(Path program, int width, int height) throws IOException {
        Path profile = Files.createTempDirectory("baton-browser-");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--window-size=" + width + "," + height,
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Started(profile, process, debugger(process));
    }

    private static URI firstPage(String debugger) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + debugger + "/json/list"))
                .build();
        JsonNode pages = JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
        return Stream.iterate(0, i -> i < pages.size(), i -> i + 1)
                .map(pages::get)
                .filter(found -> found.path("type").asText().equals("page"))
                .map(found -> URI.create(found.path("webSocketDebuggerUrl").asText()))
                .findFirst()
                .orElseThrow();
    }

    /** Another page in the same window, in front of the others. */
    Tab another() {
        String id = ask("Target.createTarget", JSON.createObjectNode().put("url", "about:blank"))
                .path("targetId")
                .asText();
        return new Tab(URI.create("ws://" + started.debugger() + "/devtools/page/" + id));
    }

    /** The Chromium of this machine; empty where there is none. */
    static Optional<Path> installed() {
        List<Path> found = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            NAMES.forEach(name -> found.add(Path.of(folder, name)));
        }
        return found.stream().filter(Files::isExecutable).findFirst();
    }

    private static String debugger(Process process) throws IOException {
        BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int at = line.indexOf("ws://");
            if (at >= 0) {
                Thread drain = new Thread(() -> lines.lines().forEach(ignored -> {}), "browser-stderr");
                drain.setDaemon(true);
                drain.start();
                return line.substring(at + 5, line.indexOf('/', at + 5));
            }
        }
        throw new IOException("the browser ended at once");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        leave();
        Process process = started.process();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> all = Files.walk(started.profile())) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
