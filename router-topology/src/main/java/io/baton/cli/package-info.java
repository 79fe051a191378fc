/**
 * The command line: what a person types, what they are told, and the exit status.
 *
 * <p>No work is done here. A command class touches Kafka only inside {@code call()}, so that help and usage errors are there at
 * once.
 */
@NullMarked
package io.baton.cli;

import org.jspecify.annotations.NullMarked;
