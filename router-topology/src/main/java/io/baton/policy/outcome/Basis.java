// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.util.Locale;

/** Whose time says which window something belongs to, and who counts it. */
public enum Basis {
    /** The beginning of the conversation; the channel is that of the path it began on. */
    START,
    /** Each escalation; the channel is that of the path the conversation began on. */
    ESCALATION,
    /** The end of the conversation; the channel is its label. */
    END,
    /** The moment at which a resolved conversation went on; the channel is the one that had resolved it. */
    RETURN;

    static Basis of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
