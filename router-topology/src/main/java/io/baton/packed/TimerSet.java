// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What waits, in order of due time: on the heap, and in the attic for customers that have been put away. None is in both.
 *
 * <p>A walk over it keeps nothing open and may end early; nothing may be added or removed meanwhile.
 */
final class TimerSet extends AbstractCollection<Bytes> {

    private final NavigableSet<Bytes> heap = new TreeSet<>();
    private @Nullable Attic attic;

    /** Where timers of customers are that have been put away. */
    void attic(Attic opened) {
        attic = opened;
    }

    /** Takes the timer of a customer who is put away off the heap. */
    void putAway(Bytes timer, Attic to) {
        if (heap.remove(timer)) {
            to.addTimer(timer);
        }
    }

    @Override
    public boolean add(Bytes timer) {
        Attic upstairs = attic;
        return (upstairs == null || !upstairs.hasTimer(timer)) && heap.add(timer);
    }

    @Override
    public boolean remove(Object timer) {
        Attic upstairs = attic;
        return heap.remove(timer) || (upstairs != null && upstairs.removeTimer((Bytes) timer));
    }

    @Override
    public Iterator<Bytes> iterator() {
        Attic upstairs = attic;
        return upstairs == null ? heap.iterator() : new Both(heap.iterator(), upstairs);
    }

    /** Walks over all of it. */
    @Override
    public int size() {
        int size = 0;
        for (Iterator<Bytes> all = iterator(); all.hasNext(); all.next()) {
            size++;
        }
        return size;
    }

    @Override
    public void clear() {
        heap.clear();
    }

    /** The earlier of two, over and over. */
    private static final class Both implements Iterator<Bytes> {

        private final Iterator<Bytes> below;
        private final Attic upstairs;
        private @Nullable Bytes nextBelow;
        private @Nullable Bytes nextUpstairs;

        Both(Iterator<Bytes> below, Attic upstairs) {
            this.below = below;
            this.upstairs = upstairs;
            this.nextBelow = below.hasNext() ? below.next() : null;
            this.nextUpstairs = upstairs.firstTimer();
        }

        @Override
        public boolean hasNext() {
            return nextBelow != null || nextUpstairs != null;
        }

        @Override
        public Bytes next() {
            Bytes one = nextBelow;
            Bytes other = nextUpstairs;
            if (other != null && (one == null || other.compareTo(one) < 0)) {
                nextUpstairs = upstairs.timerAfter(other);
                return other;
            } else if (one == null) {
                throw new NoSuchElementException();
            }
            nextBelow = below.hasNext() ? below.next() : null;
            return one;
        }
    }
}
