// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields of which most are null: two bytes that say which are there, then these. At most 16 flags; a truth value
 * takes two of them and nothing else. Read by {@link FieldsIn} in the same order.
 */
final class FieldsOut {

    private final Tail tail;
    private final int place;
    private int flags;
    private int next = 1;

    FieldsOut(Tail tail) {
        this.tail = tail;
        this.place = tail.twoBytesLater();
    }

    void finish() {
        tail.fill(place, flags);
    }

    FieldsOut text(@Nullable String value) {
        if (flag(value != null)) {
            tail.text(value);
        }
        return this;
    }

    FieldsOut number(@Nullable Double value) {
        if (value == null) {
            flag(false);
        } else {
            flag(true);
            tail.fraction(value);
        }
        return this;
    }

    FieldsOut truth(@Nullable Boolean value) {
        flag(value != null);
        flag(Boolean.TRUE.equals(value));
        return this;
    }

    FieldsOut texts(List<String> values) {
        if (flag(!values.isEmpty())) {
            tail.number(values.size());
            values.forEach(tail::text);
        }
        return this;
    }

    private boolean flag(boolean set) {
        flags |= set ? next : 0;
        next <<= 1;
        return set;
    }
}
