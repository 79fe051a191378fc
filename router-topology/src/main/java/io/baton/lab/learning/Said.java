// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

/**
 * One event of a conversation that a text model looks at.
 *
 * @param text masked; empty at a closing
 */
record Said(EventKey key, String conversation, Kind kind, String text) {

    /** Who spoke, or that it is over. */
    enum Kind {
        CUSTOMER,
        REPLY,
        CLOSED
    }

    /** Whether the model scores it, so that a label may refer to it. */
    boolean scored() {
        return kind != Kind.REPLY;
    }
}
