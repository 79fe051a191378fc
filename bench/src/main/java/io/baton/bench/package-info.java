/**
 * The bench: what it costs to route an event, against what else could be done with the same events.
 *
 * <p>No product code: the router is started as an operator would start it, and nothing of the product depends on this.
 */
@NullMarked
package io.baton.bench;

import org.jspecify.annotations.NullMarked;
