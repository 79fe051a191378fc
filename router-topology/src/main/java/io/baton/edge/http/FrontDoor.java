// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each request, lets the gate look at it, finds who answers, and sends the answer with the headers of the house. */
final class FrontDoor extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int WORTH_PACKING = 1_024;
    /** Nothing but what this server itself sends may run, load or be talked to. */
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=()");

    private final List<Route> routes;
    private final PageFiles files = new PageFiles();
    private final Gate gate;
    private final Live live;

    FrontDoor(List<Route> routes, Gate gate, Live live) {
        this.routes = routes;
        this.gate = gate;
        this.live = live;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Reply reply;
        try {
            Exchange exchange = Exchange.of(request);
            Optional<Route> route = route(exchange);
            gate.admit(exchange, route.map(Route::least).orElse(null));
            if (route.isPresent() && route.get().pattern().equals(Live.PATTERN)) {
                decorate(response, Live.TYPE);
                live.open(exchange, response, callback);
                return true;
            }
            reply = route.isPresent() ? route.get().answer().to(exchange) : file(exchange);
        } catch (Problem problem) {
            reply = problem.status() == 401
                    ? problem.reply().with("WWW-Authenticate", gate.challenge())
                    : problem.reply();
        } catch (RuntimeException e) {
            LOG.error(
                    "request-failed method={} failure={}",
                    request.getMethod(),
                    e.getClass().getName(),
                    e);
            reply = Problem.failed().reply();
        }
        send(reply, request, response, callback);
        return true;
    }

    private Optional<Route> route(Exchange exchange) {
        List<Route> there =
                routes.stream().filter(route -> route.matches(exchange.path())).toList();
        String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
        Optional<Route> found =
                there.stream().filter(route -> route.method().equals(method)).findFirst();
        if (found.isEmpty() && !there.isEmpty()) {
            throw Problem.wrongMethod(
                    String.join(", ", there.stream().map(Route::method).toList()));
        }
        return found;
    }

    private Reply file(Exchange exchange) {
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            throw Problem.wrongMethod("GET");
        }
        return files.find(exchange.path())
                .orElseThrow(() -> Problem.notFound("there is nothing at this address"))
                .with("Cache-Control", "no-cache");
    }

    private static void decorate(Response response, String type) {
        ALWAYS.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    /** Sends an answer with the headers of the house. */
    static void send(Reply reply, Request request, Response response, Callback callback) {
        response.setStatus(reply.status());
        decorate(response, reply.type());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        byte[] body = reply.body();
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
        if (body.length >= WORTH_PACKING && accepted != null && accepted.contains("gzip")) {
            body = packed(body);
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean head = request.getMethod().equals("HEAD");
        response.write(true, ByteBuffer.wrap(head ? new byte[0] : body), callback);
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
