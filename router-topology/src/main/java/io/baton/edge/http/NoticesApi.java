// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.edge.http.board.Board;
import io.baton.edge.http.board.Notices;
import io.baton.serde.Json;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.avro.generic.IndexedRecord;

/** Alerts with their history. */
final class NoticesApi {

    private final Board board;
    private final LongSupplier clock;

    NoticesApi(Board board, LongSupplier clock) {
        this.board = board;
        this.clock = clock;
    }

    Reply alerts(Exchange exchange) {
        Notices.Seen seen = board.notices();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("now", clock.getAsLong());
        list(body.putArray("alerts"), seen.alerts());
        list(body.putArray("history"), seen.history());
        return Reply.json(body);
    }

    static void list(ArrayNode array, List<? extends IndexedRecord> records) {
        records.forEach(record -> array.add(Json.of(record)));
    }
}
