// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the router keeps.
 *
 * <p>Heap is the difference of two routers by the difference of their conversations, so that what a router needs anyway is not
 * in it.
 *
 * @param bytesPerConversation heap that a conversation with its customer takes, open or closed, bytes; NaN where it was not
 *     measured
 * @param changelogBytesPerTurn bytes in all its changelogs by events; NaN where it was not measured
 */
public record StateSize(double bytesPerConversation, double changelogBytesPerTurn) {

    /**
     * A router at one size.
     *
     * @param heapBytes heap in use after a full collection
     * @param conversations how many it has seen
     */
    public record Point(long heapBytes, long conversations) {}

    /**
     * @param ended all programs
     * @param small a router that has seen few; null where there was none
     * @param growth null where it was not measured
     */
    public static StateSize of(List<Ended> ended, @Nullable Point small, @Nullable Growth growth) {
        List<Double> heap = new ArrayList<>();
        List<Double> changelog = new ArrayList<>();
        for (Ended router : ended) {
            if (router.variant() == Variant.ROUTER_GIVEN && Plan.isOrdinary(router.group())) {
                changelog.add((double) router.changelogBytes() / router.events());
                if (small != null) {
                    heap.add((double) (router.heapBytes() - small.heapBytes())
                            / (router.conversations() - small.conversations()));
                }
            }
        }
        double bytes = growth != null ? growth.bytesPerConversation() : Statistics.median(heap);
        return new StateSize(bytes, Statistics.median(changelog));
    }
}
