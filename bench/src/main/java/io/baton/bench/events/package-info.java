/**
 * What the bench is fed with: a seeded generator of support conversations, or a file of events.
 *
 * <p>No Kafka clients and no clock: the same seed gives the same bytes on every machine.
 */
@NullMarked
package io.baton.bench.events;

import org.jspecify.annotations.NullMarked;
