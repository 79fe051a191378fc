// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One page of a browser, spoken to in its own protocol. */
class Tab implements WebSocket.Listener {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Integer> NAMED =
            Map.of("Enter", 13, "Escape", 27, "Tab", 9, "ArrowDown", 40, "ArrowUp", 38);

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final StringBuilder part = new StringBuilder();
    private int last;

    /** @param address where the browser says that the page can be spoken to */
    Tab(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
        ask("Page.enable", JSON.createObjectNode());
    }

    synchronized JsonNode ask(String method, ObjectNode params) {
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

    /** Types a text into what has the focus. */
    void type(String text) {
        ask("Input.insertText", JSON.createObjectNode().put("text", text));
    }

    /** Brings it before all others. */
    void front() {
        ask("Page.bringToFront", JSON.createObjectNode());
    }

    void picture(Path file) throws IOException {
        JsonNode shot = ask("Page.captureScreenshot", JSON.createObjectNode().put("format", "png"));
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    /** Speaks to it no more. */
    void leave() {
        socket.abort();
    }
}
