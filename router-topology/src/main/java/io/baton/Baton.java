// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton;

import io.baton.cli.BatonCommand;
import java.util.Locale;

/** The process: command line in, exit status out. */
public final class Baton {

    private Baton() {}

    public static void main(String[] args) {
        // Kafka Streams formats numbers for each record that it takes up; Java looks up symbols for each of them where
        // the
        // locale is not this one. What people read is written for no locale at all.
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
        System.exit(BatonCommand.execute(args));
    }
}
