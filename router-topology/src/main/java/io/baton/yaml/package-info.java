/**
 * Reading of YAML documents that people write: each value knows its place, every error is reported at once.
 *
 * <p>Knows nothing of what the documents mean; that is with whoever reads them.
 */
@NullMarked
package io.baton.yaml;

import org.jspecify.annotations.NullMarked;
