// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Timers on the heap in the order of their bytes, that of due time first. They are kept by the minute, and a minute is put in order when a walk
 * comes to it: who adds or removes one looks at two or three places in memory, where a tree of all timers has it wait for some forty.
 *
 * <p>Nothing may be added or removed while a walk goes on.
 */
final class Agenda implements Iterable<Bytes> {

    /** Milliseconds of a page as a power of two, a little more than a minute. */
    private static final int PAGE = 16;

    private final Map<Long, Page> pages = new HashMap<>();
    private final NavigableSet<Long> order = new TreeSet<>(Long::compareUnsigned);

    /** @return whether it was not there */
    boolean add(Bytes timer) {
        long number = number(timer);
        Page page = pages.get(number);
        if (page == null) {
            page = new Page();
            pages.put(number, page);
            order.add(number);
        }
        return page.add(timer);
    }

    /** @return whether it was there */
    boolean remove(Bytes timer) {
        long number = number(timer);
        Page page = pages.get(number);
        if (page == null || !page.remove(timer)) {
            return false;
        }
        if (page.timers.isEmpty()) {
            pages.remove(number);
            order.remove(number);
        }
        return true;
    }

    void clear() {
        pages.clear();
        order.clear();
    }

    @Override
    public Iterator<Bytes> iterator() {
        return new Walk(order.iterator());
    }

    private static long number(Bytes timer) {
        return ByteBuffer.wrap(timer.get()).getLong() >>> PAGE;
    }

    private static final class Page {

        private final Set<Bytes> timers = new HashSet<>();
        /** All of them in order; null where that is not known. */
        private Bytes @Nullable [] sorted;

        boolean add(Bytes timer) {
            sorted = null;
            return timers.add(timer);
        }

        boolean remove(Bytes timer) {
            sorted = null;
            return timers.remove(timer);
        }

        Iterator<Bytes> iterator() {
            Bytes[] all = sorted;
            if (all == null) {
                all = timers.toArray(new Bytes[0]);
                Arrays.sort(all);
                sorted = all;
            }
            return Arrays.asList(all).iterator();
        }
    }

    private final class Walk implements Iterator<Bytes> {

        private final Iterator<Long> further;
        private Iterator<Bytes> page = Collections.emptyIterator();

        Walk(Iterator<Long> further) {
            this.further = further;
        }

        @Override
        public boolean hasNext() {
            return page.hasNext() || further.hasNext();
        }

        @Override
        public Bytes next() {
            if (!page.hasNext()) {
                Page following = pages.get(further.next());
                if (following == null) {
                    throw new NoSuchElementException();
                }
                page = following.iterator();
            }
            return page.next();
        }
    }
}
