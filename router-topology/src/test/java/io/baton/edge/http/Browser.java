// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Chromium without a window, spoken to in its own protocol. */
final class Browser implements AutoCloseable, WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Map<String, Integer> NAMED =
            Map.of("Enter", 13, "Escape", 27, "Tab", 9, "ArrowDown", 40, "ArrowUp", 38);

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final StringBuilder part = new StringBuilder();
    private int last;

    Browser(Path program, int width, int height) throws IOException, InterruptedException {
        profile = Files.createTempDirectory("baton-browser-");
        process = new ProcessBuilder(
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
        HttpClient client = HttpClient.newHttpClient();
        JsonNode pages = JSON.readTree(client.send(
                        HttpRequest.newBuilder(URI.create("http://" + debugger() + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        String page = Stream.iterate(0, i -> i < pages.size(), i -> i + 1)
                .map(pages::get)
                .filter(found -> found.path("type").asText().equals("page"))
                .map(found -> found.path("webSocketDebuggerUrl").asText())
                .findFirst()
                .orElseThrow();
        socket = client.newWebSocketBuilder().buildAsync(URI.create(page), this).join();
        size(width, height);
        ask("Page.enable", JSON.createObjectNode());
    }

    /** The Chromium of this machine; empty where there is none. */
    static Optional<Path> installed() {
        List<Path> found = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            NAMES.forEach(name -> found.add(Path.of(folder, name)));
        }
        return found.stream().filter(Files::isExecutable).findFirst();
    }

    private String debugger() throws IOException {
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

    private synchronized JsonNode ask(String method, ObjectNode params) {
        int id = ++last;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", params);
        socket.sendText(message.toString(), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
        part.append(data);
        if (whole) {
            try {
                JsonNode message = JSON.readTree(part.toString());
                CompletableFuture<JsonNode> waiting =
                        asked.remove(message.path("id").asInt(0));
                if (waiting != null) {
                    waiting.complete(message.path("result"));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                part.setLength(0);
            }
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    void open(URI address) {
        ask("Page.navigate", JSON.createObjectNode().put("url", address.toString()));
    }

    void prefersDark(boolean dark) {
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        ask("Emulation.setEmulatedMedia", media);
    }

    /** What an expression of the page gives. */
    JsonNode look(String expression) {
        JsonNode result = ask(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        return result.path("result").path("value");
    }

    /** Returns once an expression of the page is true. */
    void until(String expression) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!look(expression).asBoolean(false)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never true: " + expression + "\n" + look("document.body.innerText"));
            }
            Thread.sleep(50);
        }
    }

    /** Runs a script in each page that is opened from now on, before anything of the page. */
    void before(String script) {
        ask("Page.addScriptToEvaluateOnNewDocument", JSON.createObjectNode().put("source", script));
    }

    void size(int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    void press(String key) {
        ObjectNode down = JSON.createObjectNode().put("type", "keyDown").put("key", key);
        if (NAMED.containsKey(key)) {
            down.put("code", key).put("windowsVirtualKeyCode", NAMED.get(key));
            if (key.equals("Enter")) {
                down.put("text", "\r");
            }
        } else {
            down.put("text", key);
        }
        ask("Input.dispatchKeyEvent", down);
        ask(
                "Input.dispatchKeyEvent",
                JSON.createObjectNode().put("type", "keyUp").put("key", key));
    }

    void picture(Path file) throws IOException {
        JsonNode shot = ask("Page.captureScreenshot", JSON.createObjectNode().put("format", "png"));
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.abort();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> all = Files.walk(profile)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
