// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/**
 * The brokers of {@code kafka.bootstrap.servers}.
 *
 * <p>A plain connection is tried before Kafka's client is asked: the client would fill the screen with its own warnings while
 * nobody listens.
 */
final class Addresses {

    private static final int CONNECT_MS = 2_000;

    private Addresses() {}

    static List<String> problems(String servers) {
        List<String> problems = new ArrayList<>();
        for (String server : split(servers)) {
            if (Utils.getHost(server) == null || Utils.getPort(server) == null || Utils.getPort(server) > 65_535) {
                problems.add(
                        "kafka.bootstrap.servers: must be host:port, several separated by commas (was " + server + ")");
            }
        }
        return problems;
    }

    /** Whether something accepts connections at one of them. */
    static boolean anyAccepts(String servers) {
        for (String server : split(servers)) {
            if (accepts(server)) {
                return true;
            }
        }
        return false;
    }

    private static boolean accepts(String server) {
        String host = Utils.getHost(server);
        Integer port = Utils.getPort(server);
        if (host == null || port == null) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> split(String servers) {
        return List.of(servers.split(",", -1)).stream().map(String::strip).toList();
    }
}
