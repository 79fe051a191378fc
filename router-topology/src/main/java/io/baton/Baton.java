// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton;

import io.baton.cli.BatonCommand;

/** The process: command line in, exit status out. */
public final class Baton {

    private Baton() {}

    public static void main(String[] args) {
        System.exit(BatonCommand.execute(args));
    }
}
