// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Playbooks (chapters 4 and 6): what changes while an incident lasts, and how high-stakes cases are handled at any time.
 *
 * <p>Which incidents there are is told from outside; nothing here reads a topic or a clock.
 */
@NullMarked
package io.baton.policy.playbook;

import org.jspecify.annotations.NullMarked;
