// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

/** A password file that cannot be used; the message names the setting and every line that is wrong. */
public final class AccessFileException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    AccessFileException(String message) {
        super(message);
    }
}
