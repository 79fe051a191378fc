/**
 * Wording: cuts a text into words once and finds the words and phrases that mean something.
 *
 * <p>Knows nothing of signals or thresholds, and keeps no text: what leaves here is numbers.
 */
@NullMarked
package io.baton.policy.signal.text;

import org.jspecify.annotations.NullMarked;
