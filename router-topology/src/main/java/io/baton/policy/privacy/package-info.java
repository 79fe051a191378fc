// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Masking of personal data: detectors, check digits, typed placeholders.
 *
 * <p>Nothing behind intake sees what was masked, and nothing here remembers it. What cannot be told from other text by its form
 * is not found here: names of people, postal addresses, dates of birth, passwords. A {@link io.baton.policy.privacy.Detector}
 * of one's own, or a pattern of the policy, is the way to add more.
 */
@NullMarked
package io.baton.policy.privacy;

import org.jspecify.annotations.NullMarked;
