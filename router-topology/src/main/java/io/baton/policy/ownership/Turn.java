// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.state.ConversationState;
import java.util.List;

/**
 * What one event, or the passing of time, has made of a conversation.
 *
 * @param state the state to store
 * @param rulings decisions in the order in which they were taken; empty for most turns
 * @param keptOut whether the event came after closing: counted in the state, without any effect. It belongs into the
 *     journal like every other, because a reopening that comes late may let it in
 */
public record Turn(ConversationState state, List<Ruling> rulings, boolean keptOut) {}
