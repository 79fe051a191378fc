// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

/** Something else listens where the console should; the message names the cure. */
public final class PortTakenException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    PortTakenException(String host, int port) {
        super("port " + port + " on " + host + " is taken; choose another one, or 0 for any that is free");
    }
}
