// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.Alert;
import io.baton.event.AlertState;
import io.baton.policy.ruleset.Ruleset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notices that availability was reported since it looked last. What it costs is a look-up for each queue that was ever
 * reported, however many conversations wait.
 *
 * <p>It remembers nothing over a restart: then each queue counts as reported anew, and what waits there is looked at once more,
 * which decides nothing twice.
 */
final class QueueWatch {

    static final String UNKNOWN_QUEUE = "availability-unknown-queue";

    private final AvailabilityBoard board;
    private final Map<String, Long> seen = new HashMap<>();
    private final Set<String> alerted = new HashSet<>();

    QueueWatch(AvailabilityBoard board) {
        this.board = board;
    }

    /** Queues of which something was reported up to now, and not yet when it looked last. */
    List<String> reported(long now) {
        List<String> reported = new ArrayList<>();
        for (String queue : board.queues()) {
            long last = board.lastReport(queue, now);
            Long before = seen.put(queue, last);
            if (last != Long.MIN_VALUE && (before == null || before != last)) {
                reported.add(queue);
            }
        }
        return reported;
    }

    /** An alert for each of the queues that the policy does not have, once a queue. */
    List<Alert> unknown(List<String> reported, Ruleset rules) {
        List<Alert> alerts = new ArrayList<>();
        for (String queue : reported) {
            if (!rules.queues().containsKey(queue) && alerted.add(queue)) {
                alerts.add(alert(queue, rules));
            }
        }
        return alerts;
    }

    private Alert alert(String queue, Ruleset rules) {
        Instant at = Instant.ofEpochMilli(board.firstReport(queue));
        return Alert.newBuilder()
                .setAlertId(UNKNOWN_QUEUE + "/" + queue)
                .setRule(UNKNOWN_QUEUE)
                .setState(AlertState.RAISED)
                .setRaisedAt(at)
                .setUpdatedAt(at)
                .setMeasure("availability")
                .setValue(0)
                .setThreshold(0)
                .setVolume(0)
                .setText("Availability was reported for queue '" + queue + "', which policy " + rules.name() + " "
                        + rules.version() + " does not have (it has "
                        + String.join(", ", rules.queues().keySet())
                        + "). The report is left out, and nothing changes for the queues there are.")
                .build();
    }
}
