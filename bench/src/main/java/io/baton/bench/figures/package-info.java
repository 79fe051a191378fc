/**
 * How large the topics of figures get: a day's load for a few minutes, what it leaves on the broker, and by how much of it a day is more.
 *
 * <p>Nothing of what it costs to count: that is in every figure of {@code measure}.
 */
@NullMarked
package io.baton.bench.figures;

import org.jspecify.annotations.NullMarked;
