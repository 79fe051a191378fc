// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import java.util.Locale;

/** Who judges a message. The conversations and their texts are the same in both. */
public enum Flavour {
    /** The platform supplies sentiment, intent and confidence with the event. */
    GIVEN,
    /** The platform supplies none of them; the text is all there is. */
    TEXT;

    /** Prefix of this flavour's topics. */
    public String prefix() {
        return name().toLowerCase(Locale.ROOT) + ".";
    }
}
