// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.decision;

import org.jspecify.annotations.Nullable;

/**
 * A verdict in words. Worked out when it is asked for and not before, since most verdicts change nothing and nobody reads
 * them; it gives the same answer whenever it is asked, whatever has become of the conversation since.
 */
public interface Why {

    /** The verdict in one or two sentences. */
    String explanation();

    /** The smallest change that would have turned it; null where nothing could have. */
    @Nullable
    Turnaround flip();
}
