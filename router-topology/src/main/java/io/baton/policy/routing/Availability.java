// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was reported of the agents of each queue. Every question names its moment, so that a replay is answered alike. */
public interface Availability {

    /** Nothing was ever reported. */
    Availability UNKNOWN = new Availability() {
        @Override
        public @Nullable Seats at(String queue, long at) {
            return null;
        }

        @Override
        public List<Long> reports(String queue, long after, long until) {
            return List.of();
        }
    };

    /** The last report at or before a moment, epoch milliseconds; null where there was none yet. */
    @Nullable
    Seats at(String queue, long at);

    /** Times of the reports after {@code after} up to and including {@code until}, earliest first. */
    List<Long> reports(String queue, long after, long until);
}
