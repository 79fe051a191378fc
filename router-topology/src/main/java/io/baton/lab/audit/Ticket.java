// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ticket of the past.
 *
 * @param type what it was about
 * @param created when it came in
 * @param minutes time it took, minutes, 0 or more; null = not known
 * @param solution what solved it; null = not known
 * @param human whether a human took part
 */
record Ticket(
        String type,
        Instant created,
        @Nullable Double minutes,
        @Nullable String solution,
        boolean human) {}
