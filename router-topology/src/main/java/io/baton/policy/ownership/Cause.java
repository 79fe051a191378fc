// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import org.jspecify.annotations.Nullable;

/**
 * Why the evidence is weighed.
 *
 * @param because what began the episode at this event; null where it began before
 * @param asked whether the event is a request for a human, which needs no message beside it
 * @param news what has changed around the conversation, in a sentence that goes before the explanation; empty = nothing
 */
record Cause(@Nullable Because because, boolean asked, String news) {

    static final Cause TIME = new Cause(null, false, "");

    /** The explanation with the news before it. */
    String before(String explanation) {
        return news.isEmpty() ? explanation : news + " " + explanation;
    }
}
