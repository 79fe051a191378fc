/**
 * What a recording and a router on this machine need: reading recorded events, a cluster of one, reading the outputs back,
 * counting them.
 *
 * <p>No rules and no second implementation of anything: the lab runs the same topology as production.
 */
@NullMarked
package io.baton.lab;

import org.jspecify.annotations.NullMarked;
