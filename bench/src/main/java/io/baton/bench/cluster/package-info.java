/**
 * The processes of a bench and the topics between them.
 *
 * <p>No figures: what is measured on these processes is the matter of {@code measure}.
 */
@NullMarked
package io.baton.bench.cluster;

import org.jspecify.annotations.NullMarked;
