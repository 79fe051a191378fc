/**
 * What runs inside the processes that are measured: the broker, the alternatives to the router, and the router itself.
 *
 * <p>Nothing that measures, apart from what is said once on request: the cost would be counted.
 */
@NullMarked
package io.baton.bench.child;

import org.jspecify.annotations.NullMarked;
