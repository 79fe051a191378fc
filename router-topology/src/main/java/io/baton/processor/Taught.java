// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.PolicyProposal;
import io.baton.event.TextModelPublished;
import org.jspecify.annotations.Nullable;

/** What the learner gives to the outside. */
public sealed interface Taught {

    /** A version of a text model; null where it is taken off the topic. */
    record Version(@Nullable TextModelPublished version) implements Taught {}

    /** That the policy name a version. */
    record Proposed(PolicyProposal proposal) implements Taught {}
}
