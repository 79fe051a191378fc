// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import io.baton.state.Placeholder;
import java.util.List;

/**
 * A text without the personal data that was found in it.
 *
 * @param text with {@code [KIND_n]} where personal data stood
 * @param placeholders one a distinct value, in the order of appearance
 */
public record Masked(String text, List<Placeholder> placeholders) {}
