/**
 * The replay: recorded events through the router, time taken from the events, the same files out for the same files in.
 *
 * <p>No command line; nothing here asks what time it is in the world, except to say how long it took.
 */
@NullMarked
package io.baton.lab.replay;

import org.jspecify.annotations.NullMarked;
