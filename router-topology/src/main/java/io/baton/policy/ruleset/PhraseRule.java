// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.List;

/**
 * Phrases that signals look for; lower case, matched on word boundaries, {@code *} at the end of a word matches any
 * ending.
 *
 * @param words the lists that come with the router, which the phrases of a policy are added to
 */
public record PhraseRule(
        List<String> escalation,
        List<String> alternatives,
        List<String> legal,
        List<String> distress,
        List<String> humanRequest,
        List<String> urgency,
        List<String> alreadyTried,
        List<String> export,
        List<WordGroup> words) {}
