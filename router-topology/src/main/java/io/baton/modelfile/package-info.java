// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * Text models as files: JSON in, a model that can score or what differs out. The one that ships with the router is here.
 *
 * <p>Nothing is learned here, and what a model's numbers mean belongs to the learning room of the policy.
 */
@NullMarked
package io.baton.modelfile;

import org.jspecify.annotations.NullMarked;
