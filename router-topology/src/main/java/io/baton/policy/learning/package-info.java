/**
 * The text model: what is kept of a conversation's wording, the features that follow from it, and the linear model that scores them.
 * One small state a conversation, nothing looking ahead.
 *
 * <p>Nothing is learned here and nothing is read from files; a model is handed in as numbers. What leaves is numbers, never text.
 */
@NullMarked
package io.baton.policy.learning;

import org.jspecify.annotations.NullMarked;
