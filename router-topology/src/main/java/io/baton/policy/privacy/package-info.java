// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Masking of personal data: detectors, check digits, typed placeholders.
 *
 * <p>Nothing behind intake sees what was masked, and nothing here remembers it.
 */
@NullMarked
package io.baton.policy.privacy;

import org.jspecify.annotations.NullMarked;
