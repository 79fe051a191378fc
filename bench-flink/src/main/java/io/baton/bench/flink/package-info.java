/**
 * The rule of the bench's idiomatic alternative as a job for Apache Flink, in the cheapest form that was found: what the router
 * is held against when somebody asks for it.
 *
 * <p>Nothing that measures, and nothing that the router or the rest of the bench needs.
 */
@NullMarked
package io.baton.bench.flink;

import org.jspecify.annotations.NullMarked;
