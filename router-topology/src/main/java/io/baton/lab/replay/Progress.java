// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

/** Told now and then how far the replay is; never more than a few times a second. */
@FunctionalInterface
public interface Progress {

    /**
     * @param done records that are processed and committed
     * @param total records there are
     */
    void at(long done, long total);
}
