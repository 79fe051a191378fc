// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

/** What an entry of a pack says. The codes are written to changelogs and never change their meaning. */
enum Operation {
    /** All of a conversation: handle, customer, conversation, image, journal. What was known of it before is void. */
    WHOLE(1),
    /** A turn: handle, what changed in the image, entries of the journal. */
    TURN(2),
    /** A turn after which the image is written anew: handle, image, entries of the journal. */
    TURN_ANEW(3),
    /** The conversation is gone: handle. */
    FORGOTTEN(4),
    /** The journey of a customer: customer, due time of its timer, journey. */
    JOURNEY(5),
    /** The journey is gone: customer. */
    JOURNEY_GONE(6),
    /** More entries of the journal, which were too many for one piece: handle, entries. */
    MORE(7),
    /** A row beside the customers: table, key, value. */
    ROW(8),
    /** The row is gone: table, key. */
    ROW_GONE(9);

    private static final Operation[] ALL = values();

    private final int code;

    Operation(int code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }

    static Operation of(byte code) {
        for (Operation operation : ALL) {
            if (operation.code == code) {
                return operation;
            }
        }
        throw new IllegalStateException("a changelog of a later release: operation " + code);
    }
}
