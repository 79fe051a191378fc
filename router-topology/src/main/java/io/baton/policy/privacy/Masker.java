// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import io.baton.policy.ruleset.MaskingRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces personal data by typed, numbered placeholders. Immutable and safe for many threads.
 *
 * <p>The value itself is not kept: {@code [EMAIL_1]} stands in the text, and a fingerprint that is too short to be turned back
 * tells whether two placeholders of one conversation mean the same value.
 */
public final class Masker {

    /** A power of two. */
    private static final int HARMLESS = 256;

    private static final int SHORT = 48;

    private static final Comparator<Span> BY_PLACE = Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed());

    private final List<Detector> detectors;
    /** Those that must be asked of a text with nothing to tell as well: patterns of words, if any. */
    private final List<Detector> always;

    private final Set<String> kinds;

    /**
     * Words that stay as they are and that many events repeat, such as a category, by their hash: found by being the very same object.
     * Threads may lose each other's, no more.
     */
    private final @Nullable String[] harmless = new String[HARMLESS];

    /** What the policy asks for. Built-in kinds come first, then the policy's patterns by name. */
    public Masker(MaskingRule rule) {
        this(detectors(rule));
    }

    /** @param detectors in order of precedence: where two find spans of equal length in one place, the first names the kind */
    public Masker(List<Detector> detectors) {
        this.detectors = List.copyOf(detectors);
        this.always = detectors.stream()
                .filter(detector -> detector.worthwhile(Glance.NOTHING))
                .toList();
        this.kinds = detectors.stream().map(Detector::kind).collect(Collectors.toUnmodifiableSet());
    }

    /** Masks one text that stands for itself. */
    public Masked mask(String conversationId, String text) {
        Masking masking = begin(conversationId);
        String masked = masking.mask(text);
        return new Masked(masked, masking.placeholders());
    }

    /** Begins the masking of the texts of one event, which share one numbering. */
    public Masking begin(String conversationId) {
        return new Masking(this, conversationId);
    }

    /** Whether a text holds personal data. */
    public boolean detects(String text) {
        return !spans(text).isEmpty();
    }

    /** Whether this very object is known to stay as it is. */
    @SuppressWarnings("ReferenceEquality") // another string that is equal is looked at again
    boolean isHarmless(String text) {
        return text.length() <= SHORT && harmless[text.hashCode() & HARMLESS - 1] == text;
    }

    void noteHarmless(String text) {
        if (text.length() <= SHORT) {
            harmless[text.hashCode() & HARMLESS - 1] = text;
        }
    }

    Set<String> kinds() {
        return kinds;
    }

    /** Places of personal data in order; no two overlap. */
    List<Span> spans(String text) {
        Glance glance = Glance.of(text);
        List<Span> found = List.of();
        for (Detector detector : glance.tellsNothing() ? always : detectors) {
            if (detector.worthwhile(glance)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                detector.find(text, found);
            }
        }
        return found.size() < 2 ? found : merged(found);
    }

    /**
     * Overlapping spans become one that covers them all, named by the longest: were the shorter one dropped, what sticks out of
     * the longer one would stay readable. The sort is stable, so that of equal spans the earlier detector's comes first.
     */
    private static List<Span> merged(List<Span> found) {
        found.sort(BY_PLACE);
        List<Span> merged = new ArrayList<>(found.size());
        Span longest = found.get(0);
        Span cover = longest;
        for (Span span : found.subList(1, found.size())) {
            if (span.overlaps(cover)) {
                longest = span.length() > longest.length() ? span : longest;
                cover = longest.over(cover).over(span);
            } else {
                merged.add(cover);
                longest = span;
                cover = span;
            }
        }
        merged.add(cover);
        return merged;
    }

    private static List<Detector> detectors(MaskingRule rule) {
        List<Detector> detectors = new ArrayList<>();
        for (String kind : rule.kinds()) {
            detectors.add(builtIn(kind, rule.phoneRegion()));
        }
        rule.patterns().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> detectors.add(new PatternDetector(entry.getKey(), entry.getValue())));
        return detectors;
    }

    private static Detector builtIn(String kind, String region) {
        return switch (kind) {
            case EmailDetector.KIND -> new EmailDetector();
            case PhoneDetector.KIND -> new PhoneDetector(region);
            case CardDetector.KIND -> new CardDetector();
            case IbanDetector.KIND -> new IbanDetector();
            case IpDetector.KIND -> new IpDetector();
            default -> throw new IllegalArgumentException("no built-in detector of this kind: " + kind);
        };
    }
}
