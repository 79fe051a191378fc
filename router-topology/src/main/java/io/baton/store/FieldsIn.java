// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FieldsOut} has written, in the same order. */
final class FieldsIn {

    private final Scan scan;
    private final boolean brief;
    private int flags;

    /** @param brief whether texts that are seldom met again are left out */
    FieldsIn(Scan scan, boolean brief) {
        this.scan = scan;
        this.brief = brief;
        this.flags = scan.twoBytes();
    }

    /** A text that is seldom met again; empty where it is left out. */
    @Nullable
    String text() {
        if (!flag()) {
            return null;
        }
        return brief ? scan.passText() ? "" : null : scan.text();
    }

    /** A text that many events share. */
    @Nullable
    String word() {
        return flag() ? scan.word() : null;
    }

    @Nullable
    Double number() {
        return flag() ? Double.valueOf(scan.fraction()) : null;
    }

    @Nullable
    Boolean truth() {
        boolean present = flag();
        boolean value = flag();
        return present ? Boolean.valueOf(value) : null;
    }

    List<@Nullable String> words() {
        int count = flag() ? scan.count(1) : 0;
        List<@Nullable String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(scan.word());
        }
        return values;
    }

    private boolean flag() {
        boolean set = (flags & 1) != 0;
        flags >>>= 1;
        return set;
    }
}
