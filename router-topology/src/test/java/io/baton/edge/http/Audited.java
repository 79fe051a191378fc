// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The audit log while it is open. */
final class Audited implements AutoCloseable {

    private final Logger log = (Logger) LoggerFactory.getLogger("io.baton.audit");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    Audited() {
        written.start();
        log.addAppender(written);
    }

    List<String> lines() {
        return List.copyOf(written.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        log.detachAppender(written);
    }
}
