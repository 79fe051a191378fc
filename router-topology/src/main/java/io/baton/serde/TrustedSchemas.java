// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.util.Set;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that our generated classes may be created from bytes. Since 1.12.2 Avro creates no class that nobody vouched for,
 * and asks even when a builder fills in a default.
 */
public final class TrustedSchemas {

    private static final Set<String> PACKAGES = Set.of("io.baton.event", "io.baton.state");

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> PACKAGES.contains(type.getPackageName())));
    }

    private TrustedSchemas() {}

    /** Vouches for our schemas in this process, once. Every serde of this room does so by itself. */
    public static void register() {
        // The work is done when the class is initialised, which happens once whoever asks.
    }
}
