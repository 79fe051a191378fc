// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

/**
 * What is asked of the wording of a reply of the assistant. How a machine sounds says nothing about the customer, so nobody asks for
 * more.
 *
 * @param words how many words it has
 * @param rePrompt whether it asks the customer to say it again or differently
 * @param question whether it asks something
 * @param sketch similarity sketch of the wording, see {@link io.baton.policy.signal.text.Sketch}; 0 = too short
 */
public record ReplyFeatures(int words, boolean rePrompt, boolean question, long sketch) {}
