/**
 * One class a signal: what its value is after an event.
 *
 * <p>Nothing here knows windows, decay, weights or memory; {@code Evidence} applies those to all alike.
 */
@NullMarked
package io.baton.policy.signal.detector;

import org.jspecify.annotations.NullMarked;
