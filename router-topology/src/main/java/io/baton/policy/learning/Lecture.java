// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.event.PolicyProposal;
import io.baton.event.TextModelPublished;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TextModelRule;
import io.baton.policy.ruleset.TextModelRule.Learning;
import io.baton.policy.ruleset.TextModelRule.Mode;
import io.baton.state.TextLabel;
import io.baton.state.TextLabelKind;
import io.baton.state.TextLearning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a label that has come: which labels are kept, and whether a version follows.
 *
 * @param after how far learning has come
 * @param dropped keys of labels that are kept no longer
 * @param kept key of the label that is kept from now on; null = none
 * @param version what was learned; null = nothing
 * @param retired versions that are taken off the topic
 * @param proposal that the policy name the version; null where the policy takes the newest anyway, or nothing was learned
 */
public record Lecture(
        TextLearning after,
        List<String> dropped,
        @Nullable String kept,
        @Nullable TextModelPublished version,
        List<Integer> retired,
        @Nullable PolicyProposal proposal) {

    /** Versions that stay on the topic, so that a policy can go back to one. */
    static final int VERSIONS_KEPT = 20;

    /**
     * Works it out; changes nothing that it is handed.
     *
     * @param before how far learning has come
     * @param examples what is kept, by {@link #key}
     * @param told what has come
     * @param partitions how many partitions of a replay must have come to their end before it is learned
     * @param replay whether time has an end: then it is learned there, and only there
     */
    public static Lecture of(
            KnownModel base,
            Ruleset rules,
            TextLearning before,
            NavigableMap<String, TextLabel> examples,
            TextLabel told,
            boolean replay,
            int partitions) {
        TreeMap<String, TextLabel> all = new TreeMap<>(examples);
        TextLearning after = TextLearning.newBuilder(before).build();
        Learning rule = rules.textModel().learning();
        String kept = null;
        switch (told.getKind()) {
            case FORGET -> all.values().removeIf(label -> label.getCustomerId().equals(told.getCustomerId()));
            case TICK -> after.setTicks(before.getTicks() + 1);
            case LABEL -> {
                kept = key(told);
                after.setLabels(before.getLabels() + (examples.containsKey(kept) ? 0 : 1));
                all.put(kept, told);
            }
        }
        all.values().removeIf(label -> !label.getBase().equals(base.hash()));
        long horizon = all.isEmpty()
                ? 0
                : all.lastEntry().getValue().getAt() - rules.retention().conversation();
        all.values().removeIf(label -> label.getAt() < horizon);
        while (all.size() > rule.examples()) {
            all.pollFirstEntry();
        }
        List<String> dropped = new ArrayList<>(examples.keySet());
        dropped.removeAll(all.keySet());
        String stays = kept != null && all.containsKey(kept) ? kept : null;
        boolean now = replay ? after.getTicks() == partitions : told.getKind() != TextLabelKind.FORGET;
        int unlearned = after.getLabels() - before.getLearned();
        long newest = all.isEmpty() ? 0 : all.lastEntry().getValue().getAt();
        boolean due = now
                && rule.mode() == Mode.PROPOSE
                && !all.isEmpty()
                && Teaching.isDue(rule, unlearned, newest - before.getLearnedAt());
        if (!due) {
            return new Lecture(after, dropped, stays, null, List.of(), null);
        }
        after.setLearned(after.getLabels());
        after.setLearnedAt(newest);
        TextModelPublished version = new Teaching(base, rules).learn(new ArrayList<>(all.values()), after.getLabels());
        return version == null
                ? new Lecture(after, dropped, stays, null, List.of(), null)
                : published(rules, after, dropped, stays, version);
    }

    private static Lecture published(
            Ruleset rules,
            TextLearning after,
            List<String> dropped,
            @Nullable String kept,
            TextModelPublished version) {
        List<Integer> versions = new ArrayList<>(after.getVersions());
        versions.add(version.getVersion());
        List<Integer> retired = new ArrayList<>();
        for (int one : List.copyOf(versions)) {
            if (versions.size() > VERSIONS_KEPT && one != rules.textModel().version()) {
                versions.remove(Integer.valueOf(one));
                retired.add(one);
            }
        }
        after.setVersions(versions);
        boolean taken = rules.textModel().version() == TextModelRule.LATEST;
        return new Lecture(after, dropped, kept, version, retired, taken ? null : proposal(rules, version));
    }

    private static PolicyProposal proposal(Ruleset rules, TextModelPublished version) {
        return PolicyProposal.newBuilder()
                .setProposalId("text-model/" + version.getName())
                .setCategory("text-model")
                .setKind("text-model")
                .setAt(Instant.ofEpochMilli(version.getAt().toEpochMilli()))
                .setFrom("textModel.version: " + rules.textModel().version())
                .setTo("textModel.version: " + version.getVersion())
                .setEvidence(evidence(version))
                .setPolicyVersion(rules.version())
                .build();
    }

    private static String evidence(TextModelPublished version) {
        return String.format(
                Locale.ROOT,
                "Learned from %d labels %s; of the classes, the worst first, %s. Logarithmic loss on conversations it was not"
                        + " learned from: %.3f, and %.3f as it was shipped.",
                version.getExamples(),
                new TreeMap<>(version.getBySource()),
                version.getByClass(),
                version.getLossAfter(),
                version.getLossBefore());
    }

    /** Key of a label among those that are kept: they are in the order of time. */
    public static String key(TextLabel label) {
        return String.format(Locale.ROOT, "%016x", label.getAt() ^ Long.MIN_VALUE) + " " + label.getConversationId()
                + " " + label.getLabelId();
    }
}
