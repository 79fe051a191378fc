// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.edge.http.board.Change;
import io.baton.serde.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events: what changed on the board, gathered for a fifth of a second, or up to one where hundreds look on, and encoded once for all. A page
 * that was away reads everything again; what it gets here replaces what it has by identity, so that nothing is doubled.
 */
final class Live implements AutoCloseable {

    static final String PATTERN = "/api/v1/live";
    static final String TYPE = "text/event-stream";

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final long GATHER_MILLIS = 200;
    private static final long MOST_GATHER_MILLIS = 1_000;
    /** Viewers up to whom changes are told that often. */
    private static final int AT_THAT_PACE = 50;

    private static final long HEARTBEAT_MILLIS = 5_000;
    private static final int MOST_VIEWERS = 1_000;

    private final LongSupplier clock;
    private final String boot;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "console-live");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> escalations = new LinkedHashSet<>();
    private final Set<String> figures = new LinkedHashSet<>();
    private boolean alerts;
    private boolean policy;
    private Function<String, ObjectNode> rows = id -> JsonNodeFactory.instance.objectNode();

    /** @param boot tells one run of the router from another */
    Live(LongSupplier clock, String boot) {
        this.clock = clock;
        this.boot = boot;
    }

    /** @param newRows makes the inbox row of a conversation, or one that says that it is gone */
    void start(Function<String, ObjectNode> newRows) {
        rows = newRows;
        tellSoon();
        var unused =
                timer.scheduleWithFixedDelay(this::beat, HEARTBEAT_MILLIS, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Notes a change; any thread, never blocks for long. */
    synchronized void changed(Change change) {
        if (viewers.isEmpty()) {
            return;
        }
        if (change instanceof Change.Escalation escalation) {
            escalations.add(escalation.conversationId());
        } else if (change instanceof Change.Figures moved) {
            figures.add(moved.channel());
        } else if (change instanceof Change.Alerts) {
            alerts = true;
        } else if (change instanceof Change.Policy) {
            policy = true;
        }
    }

    /** Begins a stream; the callback is completed when it ends. */
    void open(Exchange exchange, Response response, Callback callback) {
        if (viewers.size() >= MOST_VIEWERS) {
            throw Problem.tooMany(10);
        }
        Viewer viewer = new Viewer(exchange.identity(), response, callback, viewers::remove);
        viewers.add(viewer);
        viewer.send(event("hello", now().put("boot", boot)));
    }

    int viewers() {
        return viewers.size();
    }

    private void beat() {
        if (!viewers.isEmpty()) {
            byte[] event = event("clock", now());
            long now = clock.getAsLong();
            viewers.forEach(viewer -> {
                if (viewer.identity().until() > now) {
                    viewer.send(event);
                } else {
                    viewer.end();
                }
            });
        }
    }

    private void tellSoon() {
        var unused = timer.schedule(
                () -> {
                    tellChanges();
                    tellSoon();
                },
                gatherMillis(viewers.size()),
                TimeUnit.MILLISECONDS);
    }

    /**
     * How long changes are gathered. The more people look on the longer, so that from fifty on another one costs next to nothing; never so
     * long that an escalation is seen late.
     */
    static long gatherMillis(int viewers) {
        return Math.min(MOST_GATHER_MILLIS, Math.max(GATHER_MILLIS, viewers * GATHER_MILLIS / AT_THAT_PACE));
    }

    private void tellChanges() {
        try {
            ObjectNode changes = take();
            if (changes == null) {
                return;
            }
            byte[] full = event("changes", changes);
            changes.path("escalations").forEach(Rows::withoutWords);
            byte[] bare = event("changes", changes);
            viewers.forEach(viewer -> viewer.send(viewer.identity().role().includes(Role.AGENT) ? full : bare));
        } catch (RuntimeException e) {
            // A task that throws is never run again.
            LOG.error("console could not tell its viewers what changed", e);
        }
    }

    private synchronized @Nullable ObjectNode take() {
        if (escalations.isEmpty() && figures.isEmpty() && !alerts && !policy) {
            return null;
        }
        ObjectNode changes = now();
        ArrayNode changed = changes.putArray("escalations");
        escalations.forEach(id -> changed.add(rows.apply(id)));
        ArrayNode channels = changes.putArray("figures");
        figures.forEach(channels::add);
        changes.put("alerts", alerts).put("policy", policy);
        escalations.clear();
        figures.clear();
        alerts = false;
        policy = false;
        return changes;
    }

    private ObjectNode now() {
        return JsonNodeFactory.instance.objectNode().put("now", clock.getAsLong());
    }

    private static byte[] event(String name, ObjectNode data) {
        return ("event: " + name + "\ndata: " + Json.text(data) + "\n\n").getBytes(UTF_8);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        viewers.forEach(Viewer::end);
    }
}
