/**
 * Whether the runs of a bench did the same work: what a router wrote, compared across rounds and stores.
 *
 * <p>No figures of cost: it says yes, or what differs.
 */
@NullMarked
package io.baton.bench.gate;

import org.jspecify.annotations.NullMarked;
