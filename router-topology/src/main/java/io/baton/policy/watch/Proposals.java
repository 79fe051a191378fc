// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import io.baton.event.Alert;
import io.baton.event.AlertState;
import io.baton.event.PolicyProposal;
import io.baton.policy.ruleset.AlertRule;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.QaRule;
import io.baton.policy.ruleset.Ruleset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What outcomes suggest about a category (R08–R12, A07): another tier, or a look at it. Looked at when a day begins, UTC. A
 * proposal names the tier in force, the one proposed and the figures behind it, and a policy owner publishes it; a tier-up by
 * satisfaction (R08) alone may apply by itself, where the policy says so, and never a tier-down.
 */
public final class Proposals {

    /** Fewer cases than this in a month or in 30 days say nothing about a category. */
    static final int LEAST = 20;
    /** R09: every third conversation handed over is no automation. */
    static final double MANY_ESCALATIONS = 0.33;
    /** R10: down only where nearly all is solved and customers like it. */
    static final double WELL_SOLVED = 0.9;

    static final double LIKED = 0.3;
    static final int LEAST_FOR_DOWN = 100;
    /** R12: so many solutions that do not hold, or first ideas that were wrong, are misroutes. */
    static final double MANY_MISROUTES = 0.2;

    private static final int HUMAN_ONLY = 3;

    private final Ruleset rules;

    public Proposals(Ruleset rules) {
        this.rules = rules;
    }

    /** @param at beginning of a day, epoch milliseconds */
    public List<PolicyProposal> look(History history, long at) {
        List<PolicyProposal> proposals = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC);
        for (CategoryRule category : rules.categories().values()) {
            if (day.getDayOfMonth() == 1) {
                add(proposals, monthly(history, category, day, at));
                add(proposals, escalations(history, category, day, at));
                add(proposals, down(history, category, day, at));
                add(proposals, misroutes(history, category, day, at));
            }
            if (day.getDayOfMonth() == 1 && day.getMonthValue() % 3 == 1) {
                add(proposals, reminder(history, category, day, at));
            }
        }
        return proposals;
    }

    /**
     * Alerts that ask for it pause the automation of their category (A06): it goes to humans until a policy owner lifts that.
     *
     * @param alerts as they are said
     */
    public List<PolicyProposal> pauses(List<Alert> alerts) {
        List<PolicyProposal> proposals = new ArrayList<>();
        for (Alert alert : alerts) {
            AlertRule rule = rules.alerts().get(alert.getRule());
            CategoryRule category =
                    alert.getCategory() == null ? null : rules.categories().get(alert.getCategory());
            boolean asks = rule != null && rule.pause() && alert.getState() == AlertState.RAISED;
            if (asks && category != null && category.tier() < HUMAN_ONLY) {
                proposals.add(pause(category, alert));
            }
        }
        return proposals;
    }

    private PolicyProposal pause(CategoryRule category, Alert alert) {
        long at = alert.getUpdatedAt().toEpochMilli();
        LocalDate day = LocalDate.ofInstant(alert.getUpdatedAt(), ZoneOffset.UTC);
        PolicyProposal proposal = tier(category, QaRule.PAUSE, HUMAN_ONLY, day, at, alert.getText());
        return rules.qa().pause().apply()
                ? PolicyProposal.newBuilder(proposal).setAppliedTier(HUMAN_ONLY).build()
                : proposal;
    }

    private static void add(List<PolicyProposal> all, @Nullable PolicyProposal proposal) {
        if (proposal != null) {
            all.add(proposal);
        }
    }

    /** Automated satisfaction under its floor in two months that follow each other (R08, A07). */
    private @Nullable PolicyProposal monthly(History history, CategoryRule category, LocalDate day, long at) {
        Sum last = month(history, category, WatchedFigure.AUTOMATED_CSAT, day.minusMonths(1));
        Sum before = month(history, category, WatchedFigure.AUTOMATED_CSAT, day.minusMonths(2));
        boolean enough = last.denominator() >= LEAST && before.denominator() >= LEAST;
        boolean under = last.value() < category.csatFloor() && before.value() < category.csatFloor();
        boolean applies = rules.qa().tierUp().apply();
        boolean asked = rules.qa().tierUp().looksAt(category.id(), day.minusMonths(2));
        if (!asked || !enough || !under || category.tier() >= HUMAN_ONLY) {
            return null;
        }
        String evidence = text(
                "Automated satisfaction was %.2f in the month before last (%d answers) and %.2f in the last (%d), floor %.2f. "
                        + "%s",
                before.value(),
                Math.round(before.denominator()),
                last.value(),
                Math.round(last.denominator()),
                category.csatFloor(),
                applies
                        ? "Applied: stays until a policy owner publishes the day on which the cause was closed, as qa.tierUp.closed."
                                + category.id() + "."
                        : "Stays until the cause is closed.");
        PolicyProposal proposal = tier(category, "tier-up", category.tier() + 1, day, at, evidence);
        return applies
                ? PolicyProposal.newBuilder(proposal)
                        .setAppliedTier(category.tier() + 1)
                        .build()
                : proposal;
    }

    private @Nullable PolicyProposal escalations(History history, CategoryRule category, LocalDate day, long at) {
        Sum rate = month(history, category, WatchedFigure.ESCALATION_RATE, day.minusMonths(1));
        if (rate.denominator() < LEAST || rate.value() <= MANY_ESCALATIONS || category.tier() >= HUMAN_ONLY) {
            return null;
        }
        String evidence = text(
                "%.0f of %.0f conversations of the last month were escalated.", rate.numerator(), rate.denominator());
        return tier(category, "tier-up-escalations", category.tier() + 1, day, at, evidence);
    }

    /** Never below 1, never for what is at stake, and never by itself. */
    private @Nullable PolicyProposal down(History history, CategoryRule category, LocalDate day, long at) {
        Sum solved = month(history, category, WatchedFigure.RESOLUTION_RATE, day.minusMonths(1));
        Sum csat = month(history, category, WatchedFigure.CSAT, day.minusMonths(1));
        boolean enough = solved.denominator() >= LEAST_FOR_DOWN && csat.denominator() >= LEAST;
        boolean good = solved.value() >= WELL_SOLVED && csat.value() >= category.csatFloor() + LIKED;
        if (!enough || !good || category.tier() != 2 || category.highStakes()) {
            return null;
        }
        String evidence = text(
                "%.1f %% of %.0f conversations of the last month stand resolved, satisfaction %.2f of %d answers.",
                100 * solved.value(), solved.denominator(), csat.value(), Math.round(csat.denominator()));
        return tier(category, "tier-down", 1, day, at, evidence);
    }

    private @Nullable PolicyProposal misroutes(History history, CategoryRule category, LocalDate day, long at) {
        Sum reopened = month(history, category, WatchedFigure.REOPEN_RATE, day.minusMonths(1));
        Sum mistaken = month(history, category, WatchedFigure.MISCLASSIFICATION, day.minusMonths(1));
        boolean many = (reopened.denominator() >= LEAST && reopened.value() > MANY_MISROUTES)
                || (mistaken.denominator() >= LEAST && mistaken.value() > MANY_MISROUTES);
        String evidence = text(
                "Last month %.1f %% of resolutions did not hold and %.1f %% were first taken for something else.",
                100 * reopened.value(), 100 * mistaken.value());
        return many ? proposal(category, "review-misroutes", "", day, at, evidence) : null;
    }

    /** Tiers, thresholds and segments are looked at each quarter (R11). */
    private @Nullable PolicyProposal reminder(History history, CategoryRule category, LocalDate day, long at) {
        Sum begun = Sum.ZERO;
        for (int month = 1; month <= 3; month++) {
            begun = begun.plus(month(history, category, WatchedFigure.STARTED, day.minusMonths(month)));
        }
        String evidence = text(
                "%.0f conversations in the last quarter; tier and thresholds are due for review.", begun.numerator());
        return begun.numerator() > 0 ? proposal(category, "review", "", day, at, evidence) : null;
    }

    private static Sum month(History history, CategoryRule category, WatchedFigure figure, LocalDate first) {
        long from = first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        long to = first.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return history.hours(category.id(), figure, from, to);
    }

    private PolicyProposal tier(CategoryRule category, String kind, int to, LocalDate day, long at, String evidence) {
        return proposal(category, kind, "tier " + to, day, at, evidence);
    }

    private PolicyProposal proposal(
            CategoryRule category, String kind, String to, LocalDate day, long at, String evidence) {
        return PolicyProposal.newBuilder()
                .setProposalId(category.id() + "/" + kind + "/" + day)
                .setCategory(category.id())
                .setKind(kind)
                .setAt(Instant.ofEpochMilli(at))
                .setFrom("tier " + category.tier())
                .setTo(to.isEmpty() ? "tier " + category.tier() : to)
                .setEvidence(evidence)
                .setPolicyVersion(rules.version())
                .build();
    }

    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
