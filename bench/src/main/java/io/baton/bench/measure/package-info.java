/**
 * What is measured, how often, and what follows from it.
 *
 * <p>No printing: that is for {@code report}.
 */
@NullMarked
package io.baton.bench.measure;

import org.jspecify.annotations.NullMarked;
