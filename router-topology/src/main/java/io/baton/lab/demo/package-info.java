/**
 * The demo: made-up conversations through a live router on this machine, at a multiple of their speed.
 *
 * <p>What it prints is read back from the topics; nothing is shown that the router did not write.
 */
@NullMarked
package io.baton.lab.demo;

import org.jspecify.annotations.NullMarked;
