// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

/**
 * Who asks.
 *
 * @param name as the password file or the token has it
 * @param until when that stops being proven, milliseconds since 1970
 */
record Identity(String name, Role role, long until) {

    /** Whoever sits at this machine, where no access control is configured. */
    static final Identity LOCAL = new Identity("local", Role.OPERATOR);

    /** Somebody who need not prove it again. */
    Identity(String name, Role role) {
        this(name, role, Long.MAX_VALUE);
    }
}
