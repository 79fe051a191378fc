// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import io.baton.config.HttpLayout;
import io.baton.config.RouterConfig;
import io.baton.edge.http.board.Board;
import io.baton.edge.http.board.BoardReader;
import io.baton.runtime.RouterProcess;
import io.baton.topology.Rulebook;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running console of one router. */
public final class Console implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final int MOST_THREADS = 16;
    private static final int FEWEST_THREADS = 3;
    private static final int MOST_HEADER_BYTES = 16 << 10;
    private static final long STOP_WITHIN_MILLIS = 1_000;

    private final Server server;
    private final ServerConnector connector;
    private final List<Route> routes;
    private final List<AutoCloseable> parts;

    private Console(Server server, ServerConnector connector, List<Route> routes, List<AutoCloseable> parts) {
        this.server = server;
        this.connector = connector;
        this.routes = routes;
        this.parts = parts;
    }

    /**
     * What a console shows.
     *
     * @param clock the router's clock, milliseconds since 1970
     * @param note what every reader should know of what is shown, such as that it is made up; empty = nothing
     */
    public record Shown(
            RouterConfig config,
            Topology topology,
            RouterProcess process,
            Rulebook rulebook,
            LongSupplier clock,
            String note) {

        Collection<String> queues() {
            return rulebook.ruleset().queues().keySet();
        }
    }

    /**
     * Starts serving and returns at once; what it shows is filled in within moments.
     *
     * @throws PortTakenException when something else listens on the port
     */
    public static Console start(Shown shown) {
        HttpLayout http = shown.config().http();
        Live live = new Live(shown.clock(), UUID.randomUUID().toString());
        Board board = new Board(boardBytes(), live::changed);
        Supplier<Collection<String>> queues = shown::queues;
        BoardReader reader = new BoardReader(
                board,
                shown.config().topics().names(),
                shown.config().registry(),
                ClientSettings.consumer(shown.config()),
                queues);
        MetersPage meters = new MetersPage(shown.process().streams(), live, board::evicted);
        Rooms rooms = new Rooms(shown, board, reader, live, meters);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("console");
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.setStopTimeout(STOP_WITHIN_MILLIS);
        server.setErrorHandler(new Unreadable());
        ServerConnector connector = connector(server, http);
        List<Route> routes = rooms.routes();
        server.setHandler(new FrontDoor(routes, rooms.gate(), live));
        Console console = new Console(server, connector, routes, List.of(live, reader, meters, rooms));
        console.open(http);
        live.start(rooms::row);
        reader.start();
        return console;
    }

    private static ServerConnector connector(Server server, HttpLayout http) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        configuration.setRequestHeaderSize(MOST_HEADER_BYTES);
        // Ids come from chat platforms and may hold a slash; segments are cut before they are decoded.
        configuration.setUriCompliance(UriCompliance.DEFAULT.with(
                "ids",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(http.host());
        connector.setPort(http.port().orElse(0));
        server.addConnector(connector);
        return connector;
    }

    private void open(HttpLayout http) {
        try {
            server.start();
        } catch (Exception e) {
            close();
            if (e instanceof BindException || e.getCause() instanceof BindException || e instanceof IOException) {
                throw new PortTakenException(http.host(), http.port().orElse(0));
            }
            throw new IllegalStateException("the console could not be started", e);
        }
    }

    /** A sixteenth of the heap, but not more than what some ten thousand conversations need. */
    private static long boardBytes() {
        return Math.min(96L << 20, Runtime.getRuntime().maxMemory() / 16);
    }

    /** Every address of the interface. */
    List<Route> routes() {
        return routes;
    }

    /** Where it can be looked at from this machine. */
    public URI address() {
        String host = connector.getHost();
        String shownHost = host == null || host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return URI.create("http://" + (shownHost.contains(":") ? "[" + shownHost + "]" : shownHost) + ":"
                + connector.getLocalPort() + "/");
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts) {
            quietly(part);
        }
        quietly(server::stop);
    }

    private static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.debug("a part of the console did not close", e);
        }
    }
}
