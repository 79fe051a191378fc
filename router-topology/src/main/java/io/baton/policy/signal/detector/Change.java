// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

/**
 * What an event changed in the figures of its conversation.
 *
 * @param slowBefore slow average of sentiment before this event
 * @param fastBefore fast average of sentiment before this event
 * @param sentiment whether the event had a sentiment
 * @param repeated whether the customer said the same again, or was asked again and again
 * @param asked whether the assistant asked again
 * @param suggested whether something was suggested again that had been tried
 * @param moved whether the topic moved to another category
 */
public record Change(
        double slowBefore,
        double fastBefore,
        boolean sentiment,
        boolean repeated,
        boolean asked,
        boolean suggested,
        boolean moved) {}
