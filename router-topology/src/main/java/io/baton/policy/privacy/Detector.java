// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.List;

/**
 * Finds one kind of personal data. The plug-in point of masking.
 *
 * <p>An implementation is immutable and safe for many threads, never throws, and takes time in proportion to the length of the
 * text: it runs on every message, and the author of a message may be an attacker.
 */
public interface Detector {

    /** Upper case letters, digits and underscores; the placeholder reads {@code [KIND_1]}. */
    String kind();

    /** Whether a text that looks like this can hold the kind at all. Answers for most messages, so that they cost nothing more. */
    boolean worthwhile(Glance glance);

    /** Adds every place that holds the kind. Places may overlap one another. */
    void find(String text, List<Span> found);
}
