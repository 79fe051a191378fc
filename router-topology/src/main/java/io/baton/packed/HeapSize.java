// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

/**
 * What things take of the heap, in bytes: an estimate from the layout of objects in a 64-bit HotSpot with compressed
 * references, which is what a heap of less than 32 GB has. A larger heap takes about a fifth more than said here.
 *
 * <p>{@code HeapSizeTest} fills a state and compares the estimate with what the collector says is in use.
 */
final class HeapSize {

    /** The object, its list with one place, and its entry in the map of customers with its part of the table. */
    private static final int CUSTOMER = 56 + 24 + 24 + 40 + 8;
    /** The object, its place among the bases of a pack, and that by its handle, which it has while a log is read. */
    private static final int KEPT = 56 + 6 + 12;
    /** The key in its wrapper, and its node and place among those of the same minute. */
    private static final int TIMER = 24 + 32 + 8;

    private static final int REFERENCE = 6;

    private HeapSize() {}

    /** A customer without journey and conversations. */
    static long of(Customer customer) {
        return CUSTOMER + text(customer.id);
    }

    /** A journey and its timer. */
    static long journey(Customer customer) {
        return customer.hasJourney()
                ? Blocks.bytes(customer.journeyLength()) + REFERENCE + timer(customer.id.length())
                : 0;
    }

    /** A conversation with image, journal and timer. */
    static long of(Kept kept) {
        return KEPT
                + text(kept.id)
                + Blocks.bytes(kept.imageLength())
                + Blocks.bytes(kept.journalLength())
                + timer(kept.customer.id.length() + 1 + kept.id.length());
    }

    /** A customer with all there is. */
    static long all(Customer customer) {
        long sum = of(customer) + journey(customer);
        for (Kept kept : customer.conversations) {
            sum += of(kept);
        }
        return sum;
    }

    private static long array(int length) {
        return (16L + length + 7) & ~7L;
    }

    private static long text(String text) {
        return 24 + array(text.length());
    }

    private static long timer(int key) {
        return TIMER + array(Long.BYTES + key);
    }
}
