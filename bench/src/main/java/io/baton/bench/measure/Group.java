// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.events.Flavour;
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

    static final String FEW = "few";
    static final String MANY = "many";

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
            if (name.equals(FEW) || name.equals(MANY)) {
                return name + "." + variant.id();
            }
            // Beside Flink a program may need another warm-up than in the rounds, and so has been fed something else.
            String apart = Plan.isBesideFlink(name) ? name + "." : "";
            return apart + load.flavour().prefix() + variant.rule();
        }
    }

    public Group {
        members = List.copyOf(members);
    }

    /** The members that have a program of their own. */
    List<Member> hosts() {
        return members.stream().filter(member -> host(member).equals(member)).toList();
    }

    /**
     * The member whose program does the work of this one. A router over one flavour of events also takes those of another: it
     * is the same program with the same settings, and warmed up once.
     */
    Member host(Member member) {
        return members.stream()
                .filter(other -> member.variant() == Variant.ROUTER_TEXT && other.variant() == Variant.ROUTER_GIVEN)
                .findFirst()
                .orElse(member);
    }

    /** The flavours that the program of a host is fed, its own first. */
    List<Flavour> flavours(Member host) {
        return members.stream()
                .filter(member -> host(member).equals(host))
                .map(member -> member.variant().flavour())
                .sorted()
                .toList();
    }

    /** Programs with the same key must write the same: {@link Member#key}, for those that are fed in one flavour. */
    String key(Member host) {
        return flavours(host).size() == 1
                ? host.key()
                : "both." + host.variant().program();
    }

    long slice(Variant variant, Load load) {
        return load.file() == null ? slice * variant.pace() : slice;
    }
}
