/**
 * What a bench has found, as a table for people and as JSON for programs.
 *
 * <p>Nothing is measured or decided here.
 */
@NullMarked
package io.baton.bench.report;

import org.jspecify.annotations.NullMarked;
