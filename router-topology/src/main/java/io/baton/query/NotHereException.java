// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

/** This instance cannot answer at the moment: it has not the partition, or not yet, or is not sure that it still has it. */
public final class NotHereException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotHereException(String why) {
        super(why, null, false, false);
    }
}
