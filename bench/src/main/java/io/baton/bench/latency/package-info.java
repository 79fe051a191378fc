/**
 * How long it takes until an escalation can be seen, at a steady rate that does not wait for the router.
 *
 * <p>Nothing of throughput: what the router could do flat out is the matter of {@code measure}.
 */
@NullMarked
package io.baton.bench.latency;

import org.jspecify.annotations.NullMarked;
