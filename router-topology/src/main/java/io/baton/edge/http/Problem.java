// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Why a request gets no answer, as RFC 9457 wants it said. Never holds what a customer wrote. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final int retryAfterSeconds;

    private Problem(int status, String title, String detail, int retryAfterSeconds) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail, 0);
    }

    /** A query parameter that cannot be used. */
    static Problem badParameter(String name, String allowed) {
        return badRequest("parameter " + name + ": must be " + allowed);
    }

    static Problem unauthorised(String detail) {
        return new Problem(401, "Not signed in", detail, 0);
    }

    static Problem forbidden(String detail) {
        return new Problem(403, "Not allowed", detail, 0);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail, 0);
    }

    static Problem wrongMethod(String allowed) {
        return new Problem(405, "Method not allowed", "this address takes " + allowed, 0);
    }

    static Problem stale(String detail) {
        return new Problem(409, "It has moved on", detail, 0);
    }

    static Problem tooLarge(int most) {
        return new Problem(413, "Too large", "a body may have " + most + " bytes at most", 0);
    }

    static Problem wrongType() {
        return new Problem(415, "Unsupported media type", "the body must be application/json", 0);
    }

    static Problem tooMany(int retryAfterSeconds) {
        return new Problem(429, "Too many requests", "slow down a little", retryAfterSeconds);
    }

    /** Something that is expected to be there soon. */
    static Problem notYet(String detail) {
        return new Problem(503, "Not available yet", detail, 1);
    }

    /** What the server could not make out, or would not. */
    static Problem unreadable(int status) {
        return new Problem(status, "Not understood", "the request is malformed, or larger than it may be", 0);
    }

    static Problem failed() {
        return new Problem(500, "Failed", "the request could not be answered; the router's log says more", 0);
    }

    int status() {
        return status;
    }

    Reply reply() {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage());
        Reply reply = Reply.json(status, body).as("application/problem+json");
        return retryAfterSeconds > 0 ? reply.with("Retry-After", Integer.toString(retryAfterSeconds)) : reply;
    }
}
