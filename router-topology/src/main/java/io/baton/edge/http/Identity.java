// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

/**
 * Who asks.
 *
 * @param name as the password file or the token has it
 */
record Identity(String name, Role role) {

    /** Whoever sits at this machine, where no access control is configured. */
    static final Identity LOCAL = new Identity("local", Role.OPERATOR);
}
