/**
 * Schema type to bytes and back: the registry framing of the public topics, the fingerprint framing of our own stores, and
 * plain JSON for people.
 *
 * <p>What a record means, which topic it belongs to and what happens to one that cannot be read is decided elsewhere.
 */
@NullMarked
package io.baton.serde;

import org.jspecify.annotations.NullMarked;
