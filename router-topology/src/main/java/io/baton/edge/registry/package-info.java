/**
 * A small schema registry in memory that speaks the REST interface of the ecosystem, so that any client can attach to an
 * embedded broker.
 *
 * <p>It knows no schema of ours, keeps nothing after the process ends and is not meant for production.
 */
@NullMarked
package io.baton.edge.registry;

import org.jspecify.annotations.NullMarked;
