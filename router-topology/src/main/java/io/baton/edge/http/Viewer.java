// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. Writes are handed to the server one after another and hold no thread; who reads too slowly is cut off, and
 * comes back by itself.
 */
final class Viewer {

    private static final int MOST_WAITING = 64;

    private final Identity identity;
    private final Response response;
    private final Callback ended;
    private final Consumer<Viewer> gone;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean writing;
    private boolean over;

    Viewer(Identity identity, Response response, Callback ended, Consumer<Viewer> gone) {
        this.identity = identity;
        this.response = response;
        this.ended = ended;
        this.gone = gone;
    }

    Identity identity() {
        return identity;
    }

    void send(byte[] event) {
        boolean tooSlow;
        synchronized (this) {
            if (over) {
                return;
            }
            tooSlow = waiting.size() >= MOST_WAITING;
            if (!tooSlow) {
                waiting.add(event);
            }
        }
        if (tooSlow) {
            end();
        } else {
            writeNext();
        }
    }

    private void writeNext() {
        byte[] next = next();
        if (next != null) {
            response.write(false, ByteBuffer.wrap(next), Callback.from(this::written, failure -> end(failure)));
        }
    }

    private synchronized byte @Nullable [] next() {
        if (writing || over || waiting.isEmpty()) {
            return null;
        }
        writing = true;
        return waiting.poll();
    }

    private void written() {
        synchronized (this) {
            writing = false;
        }
        writeNext();
    }

    void end() {
        end(null);
    }

    private void end(@Nullable Throwable failure) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        gone.accept(this);
        if (failure == null) {
            ended.succeeded();
        } else {
            ended.failed(failure);
        }
    }
}
