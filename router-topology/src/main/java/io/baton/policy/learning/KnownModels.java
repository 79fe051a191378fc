// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.event.TextModelPublished;
import io.baton.event.WeightCorrection;
import io.baton.policy.ruleset.TextModelRule;
import io.baton.policy.ruleset.TextModelRule.Use;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The models that an instance knows: those it was started with, and the versions that were learned on top of them. Immutable. */
public final class KnownModels {

    /** No model at all. */
    public static final KnownModels NONE = new KnownModels(new EnumMap<>(Use.class), new HashMap<>(), new HashMap<>());

    private final Map<Use, KnownModel> bases;
    /** By the hash of their base, then by version. */
    private final Map<String, NavigableMap<Integer, KnownModel>> learned;

    private final Map<Long, KnownModel> byFingerprint;

    private KnownModels(
            Map<Use, KnownModel> bases,
            Map<String, NavigableMap<Integer, KnownModel>> learned,
            Map<Long, KnownModel> byFingerprint) {
        this.bases = bases;
        this.learned = learned;
        this.byFingerprint = byFingerprint;
    }

    /** These and the model that a policy means by {@code use}. */
    public KnownModels with(Use use, KnownModel base) {
        KnownModels copy = copy();
        copy.bases.put(use, base);
        copy.byFingerprint.put(base.fingerprint(), base);
        return copy;
    }

    /**
     * These and a version that was learned. One of a base that is not known here is left out: no policy can name it.
     *
     * @throws IllegalArgumentException where it does not fit its base; says what differs
     */
    public KnownModels with(TextModelPublished published) {
        KnownModel base = byHash(published.getBase());
        if (base == null) {
            return this;
        }
        KnownModel corrected = new KnownModel(
                base.name(),
                published.getVersion(),
                published.getHash(),
                base.model().corrected(corrections(published, base.model().classes().length)));
        KnownModels copy = copy();
        copy.learned.computeIfAbsent(base.hash(), hash -> new TreeMap<>()).put(corrected.version(), corrected);
        copy.byFingerprint.put(corrected.fingerprint(), corrected);
        return copy;
    }

    /** The model that a policy means before anything was learned; null where it means none or none is known. */
    public @Nullable KnownModel base(TextModelRule rule) {
        return bases.get(rule.use());
    }

    /** The model that a policy puts into force; null where it means none or none is known. */
    public @Nullable KnownModel inForce(TextModelRule rule) {
        KnownModel base = base(rule);
        if (base == null || rule.version() == 0) {
            return base;
        }
        NavigableMap<Integer, KnownModel> versions = learned.getOrDefault(base.hash(), new TreeMap<>());
        if (rule.version() == TextModelRule.LATEST) {
            return versions.isEmpty() ? base : versions.lastEntry().getValue();
        }
        return versions.getOrDefault(rule.version(), base);
    }

    /** Why a policy cannot be in force here, in one sentence with the cure; null where it can. */
    public @Nullable String lacks(TextModelRule rule) {
        if (rule.use() != Use.WORDS && base(rule) == null) {
            return "textModel.use is file, and the setting text.model names no file; name one that ./baton learn has made";
        }
        return null;
    }

    /** Whether the version that a policy names is there; what was learned before the first version is version 0. */
    public boolean holds(TextModelRule rule) {
        KnownModel found = inForce(rule);
        return rule.version() <= 0 || (found != null && found.version() == rule.version());
    }

    @Nullable
    KnownModel byFingerprint(long fingerprint) {
        return byFingerprint.get(fingerprint);
    }

    private @Nullable KnownModel byHash(String hash) {
        for (KnownModel base : bases.values()) {
            if (base.hash().equals(hash)) {
                return base;
            }
        }
        return null;
    }

    private static double[] corrections(TextModelPublished published, int classes) {
        List<String> names = Features.denseNames();
        double[] corrections = new double[names.size() * classes];
        for (WeightCorrection one : published.getCorrections()) {
            int feature = names.indexOf(one.getFeature());
            if (feature < 0 || one.getWeights().size() != classes) {
                throw new IllegalArgumentException("version " + published.getVersion() + " of text model "
                        + published.getName() + " corrects " + one.getFeature() + " with "
                        + one.getWeights().size() + " weights; this program has "
                        + (feature < 0 ? "no such feature" : classes + " classes"));
            }
            for (int i = 0; i < classes; i++) {
                corrections[feature * classes + i] = one.getWeights().get(i);
            }
        }
        return corrections;
    }

    private KnownModels copy() {
        Map<String, NavigableMap<Integer, KnownModel>> versions = new HashMap<>();
        learned.forEach((base, of) -> versions.put(base, new TreeMap<>(of)));
        return new KnownModels(copyOf(bases), versions, new HashMap<>(byFingerprint));
    }

    private static Map<Use, KnownModel> copyOf(Map<Use, KnownModel> bases) {
        Map<Use, KnownModel> copy = new EnumMap<>(Use.class);
        copy.putAll(bases);
        return copy;
    }
}
