// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import io.baton.event.CustomerProfileUpdated;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an update of a profile says about the fate of the account (M25). */
public final class Moves {

    private Moves() {}

    /** {@code churned}, {@code expanded}, {@code renewed}, or null where its stage of life says none of them. */
    public static @Nullable String of(CustomerProfileUpdated profile) {
        String stage = profile.getLifecycle();
        if (stage == null) {
            return null;
        }
        return switch (stage.toLowerCase(Locale.ROOT)) {
            case "churned" -> "churned";
            case "expanding", "expanded" -> "expanded";
            case "renewing", "renewed" -> "renewed";
            default -> null;
        };
    }
}
