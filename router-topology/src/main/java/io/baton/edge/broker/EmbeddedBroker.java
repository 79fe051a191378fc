// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.BrokerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * One real Kafka node (KRaft, broker and controller together) in this process, reachable on 127.0.0.1 only.
 *
 * <p>The folder holds everything: a broker started again on the same folder has the same cluster id, topics and records.
 * Topics are never created by accident, since a misspelt name would otherwise be a silent loss.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int START_ATTEMPTS = 5;

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final String clusterId;

    private EmbeddedBroker(KafkaRaftServer server, int port, String clusterId) {
        this.server = server;
        this.bootstrapServers = "127.0.0.1:" + port;
        this.clusterId = clusterId;
    }

    /** Starts a broker on a free port; see {@link #start(Path, int)}. */
    public static EmbeddedBroker start(Path dir) {
        return start(dir, 0);
    }

    /**
     * Starts a broker and returns once it accepts clients, about two seconds for the first one in a process.
     *
     * @param dir folder of the log; created and formatted where it is new, continued where it is not
     * @param port 0 for a free port, otherwise the port on 127.0.0.1
     * @throws IllegalStateException when the port is taken or the folder cannot be used
     */
    public static EmbeddedBroker start(Path dir, int port) {
        if (port != 0) {
            requireFree(port);
        }
        String clusterId = LogFolder.prepare(dir);
        for (int attempt = 1; ; attempt++) {
            try {
                return launch(dir, port, clusterId);
            } catch (IOException | RuntimeException e) {
                if (attempt == START_ATTEMPTS || !portWasTaken(e)) {
                    throw new IllegalStateException("the embedded broker did not start in " + dir, e);
                }
            }
        }
    }

    /** Host and port for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Id of the cluster: compare it before trusting that whatever answers on a port is this broker. */
    public String clusterId() {
        return clusterId;
    }

    /** Flushes the log and releases the ports; all clients should be closed before. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static EmbeddedBroker launch(Path dir, int port, String clusterId) throws IOException {
        KafkaConfig config = new KafkaConfig(BrokerSettings.of(dir, port, freePort()), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
            return new EmbeddedBroker(server, boundPort(server), clusterId);
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    /** The node offers its port through the broker part alone, which has no accessor in 4.3. */
    private static int boundPort(KafkaRaftServer server) {
        try {
            var field = KafkaRaftServer.class.getDeclaredField("broker");
            field.setAccessible(true);
            var broker = (scala.Option<?>) field.get(server);
            return ((BrokerServer) broker.get()).boundPort(ListenerName.normalised(BrokerSettings.LISTENER));
        } catch (ReflectiveOperationException e) {
            throw new KafkaException("this Kafka version keeps its broker elsewhere", e);
        }
    }

    /** The controller's port must be known before the start, so another process may take it meanwhile: hence the attempts. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (BindException e) {
            throw new IllegalStateException("port " + port + " on 127.0.0.1 is in use by another program", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean portWasTaken(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof BindException || (message != null && message.contains("Address already in use"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a folder has been used by a broker before. */
    public static boolean hasLog(Path dir) {
        return Files.exists(dir.resolve(LogFolder.META_PROPERTIES));
    }
}
