// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

/** State could not be put on disk or read from it; the task begins anew from its changelog. Names resources only. */
public final class StateOnDiskException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StateOnDiskException(String what, Throwable cause) {
        super(what, cause);
    }
}
