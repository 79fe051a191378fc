/**
 * Learning and measuring text models from recorded conversations and their labels: reading, fitting, cross-validation and
 * figures with intervals.
 *
 * <p>What a message's features are and how they are scored belongs to the learning room of the policy; nothing here is needed to
 * score live.
 */
@NullMarked
package io.baton.lab.learning;

import org.jspecify.annotations.NullMarked;
