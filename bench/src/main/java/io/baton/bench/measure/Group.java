// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.events.Load;
import java.util.List;

/**
 * Programs that run at the same time, one of them fed at a time.
 *
 * @param heap most heap of each program, such as {@code 2g}
 * @param slice events of a slice, before the pace of the variant
 * @param rounds slices of each that count
 */
public record Group(String name, int commitMs, String heap, List<Member> members, long slice, int rounds) {

    /**
     * One of them.
     *
     * @param name what its runs are filed under
     * @param fill events that it gets before the warm-up
     */
    public record Member(String name, Variant variant, Load load, long fill) {

        /**
         * Programs with the same key must write the same: what they are fed is the same but for records to refuse and for
         * the names of categories.
         */
        String key() {
            return name.equals(FEW) || name.equals(MANY)
                    ? name + "." + variant.id()
                    : load.flavour().prefix() + variant.program();
        }
    }

    static final String FEW = "few";
    static final String MANY = "many";

    public Group {
        members = List.copyOf(members);
    }

    long slice(Variant variant, Load load) {
        return load.file() == null ? slice * variant.pace() : slice;
    }
}
