/**
 * Intake (chapter 1): the bytes of a record become a valid, clamped, masked fact, or a refusal with a reason.
 *
 * <p>No duplicates are dropped and no keys put right here, which needs a store and a topic; nothing is logged, and no value of a
 * record gets into a refusal.
 */
@NullMarked
package io.baton.intake;

import org.jspecify.annotations.NullMarked;
