// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what the server refuses before anybody has looked at it: a malformed address, too large a header. The server's own page would
 * repeat the address and lack the headers of the house.
 */
final class Unreadable implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() >= 400 ? response.getStatus() : 400;
        FrontDoor.send(Problem.unreadable(status).reply(), request, response, callback);
        return true;
    }
}
