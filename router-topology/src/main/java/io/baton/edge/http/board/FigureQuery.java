// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import io.baton.event.Channel;
import io.baton.event.Grain;
import java.util.Optional;

/**
 * Which figures are wanted.
 *
 * @param grain length of the windows
 * @param from first millisecond of the first window; windows before it are left out
 * @param to windows that begin at or after it are left out
 */
public record FigureQuery(
        Channel channel, Grain grain, long from, long to, Optional<String> category, Optional<String> segment) {

    boolean wants(String itsCategory, String itsSegment) {
        return category.map(itsCategory::equals).orElse(true)
                && segment.map(itsSegment::equals).orElse(true);
    }
}
