/**
 * A real single-node Kafka broker inside the process, for the demonstration, the replay and the tests.
 *
 * <p>Nothing here knows our topics, and production does not use it.
 */
@NullMarked
package io.baton.edge.broker;

import org.jspecify.annotations.NullMarked;
