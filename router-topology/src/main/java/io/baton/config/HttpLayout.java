// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the console listens.
 *
 * @param port 0 for any free one; empty = there is no console
 * @param host address to listen on; the loopback interface unless access control is configured
 * @param passwordFile who may sign in; empty = nobody has to
 * @param tokens which bearer tokens are taken instead; empty = none
 * @param advertised where other instances reach it, {@code host:port}; empty = none can
 */
public record HttpLayout(
        OptionalInt port,
        String host,
        Optional<Path> passwordFile,
        Optional<TokenRule> tokens,
        Optional<String> advertised) {

    /** The loopback interface. */
    public static final String LOOPBACK = "127.0.0.1";

    /** No console. */
    public static final HttpLayout NONE =
            new HttpLayout(OptionalInt.empty(), LOOPBACK, Optional.empty(), Optional.empty(), Optional.empty());

    /** A console for this machine alone. */
    public static HttpLayout loopback(int port) {
        return new HttpLayout(
                OptionalInt.of(port), LOOPBACK, Optional.empty(), Optional.empty(), advertised(LOOPBACK, port));
    }

    /** Where a console is reached that listens on one address; not known where it takes any address or any port. */
    public static Optional<String> advertised(String host, int port) {
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        return port == 0 || any
                ? Optional.empty()
                : Optional.of((host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
