/**
 * The outside world: each room below is one door of the process.
 *
 * <p>No rule of the policy and no step of the topology belongs here.
 */
@NullMarked
package io.baton.edge;

import org.jspecify.annotations.NullMarked;
