// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import static io.baton.policy.condition.Variable.Type.BOOL;
import static io.baton.policy.condition.Variable.Type.DOUBLE;
import static io.baton.policy.condition.Variable.Type.INT;
import static io.baton.policy.condition.Variable.Type.STRING;
import static io.baton.policy.condition.Variable.Type.STRINGS;

import io.baton.event.ProductSignalReported;
import io.baton.policy.signal.Signal;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.RecentContacts;
import io.baton.state.SignalMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The table of variables: whatever a condition can ask about stands here, and nothing else can be reached. */
final class Variables {

    static final String SEGMENT = "customer.segment";
    static final String CATEGORY = "conversation.category";
    static final String SIGNALS = "conversation.signals";

    /** Stands for "unknown", "never" and "past" in figures of days, so that {@code < 60} does not hold. */
    static final long FAR = 99_999;

    private static final long DAY_MILLIS = 86_400_000;
    private static final long MINUTE_MILLIS = 60_000;

    static final List<Variable> ALL = List.of(
            text(
                    SEGMENT,
                    "Segment of the policy (not in conditions of segments)",
                    f -> f.customer().getSegment()),
            decimal(
                    "customer.annualValue",
                    "Contract value a year in the default currency; 0 unknown",
                    f -> known(f.customer().getAnnualValue())),
            text("customer.plan", "Plan; \"\" unknown", f -> f.customer().getPlan()),
            text(
                    "customer.lifecycle",
                    "Life-cycle stage as the CRM names it; \"\" unknown",
                    f -> f.customer().getLifecycle()),
            whole(
                    "customer.health",
                    "Health score, 0 to 100; 100 unknown",
                    f -> known(f.customer().getHealth(), 100)),
            decimal(
                    "customer.usageChange",
                    "Change of usage as a fraction, -0.4 = 40 % down; 0 unknown",
                    f -> known(f.customer().getUsageChange())),
            flag("customer.atRisk", "At-risk flag of the CRM", f -> f.customer().getAtRisk()),
            flag(
                    "customer.openBillingDispute",
                    "Whether a billing dispute is open",
                    f -> f.customer().getOpenBillingDispute()),
            flag(
                    "customer.prefersHuman",
                    "Prefers people, said or learnt from earlier escalations",
                    f -> f.customer().getPrefersHuman()),
            flag(
                    "customer.hasDedicatedContact",
                    "Whether somebody is responsible for the account",
                    f -> f.customer().getDedicatedContact() != null),
            flag(
                    "customer.refusesAutomation",
                    "Whether consent to automation was refused",
                    f -> Boolean.FALSE.equals(f.customer().getAutomationConsent())),
            whole("customer.daysAsCustomer", "Days since the customer came; 99999 unknown", Variables::daysAsCustomer),
            whole(
                    "customer.daysToRenewal",
                    "Days until the contract renews; 99999 unknown or past",
                    Variables::daysToRenewal),
            whole(
                    "customer.lastCsat",
                    "Satisfaction in the last survey, 1 to 5; 5 unknown",
                    f -> known(f.customer().getLastCsat(), 5)),
            whole(
                    "customer.escalations",
                    "Hand-overs within journey.prefersHumanWithin, before this conversation",
                    f -> f.customer().getEscalations()),
            whole(
                    "customer.recentContacts",
                    "Conversations within journey.repeatWithin, before this one",
                    Variables::recent),
            text("conversation.category", "Issue category; \"\" none yet", of(ConversationState::getCategory)),
            text(
                    "conversation.channel",
                    "Where it takes place, such as chat or email",
                    of(ConversationState::getChannel)),
            text("conversation.language", "Language; \"\" unknown", of(ConversationState::getLanguage)),
            text("conversation.page", "Page the customer was on; \"\" unknown", of(ConversationState::getPage)),
            text(
                    "conversation.path",
                    "AUTOMATED, ASSISTED or HUMAN",
                    of(c -> c.getPath().name())),
            whole("conversation.tier", "Tier, 1 to 3; 1 before it begins", count(ConversationState::getTier, 1)),
            whole("conversation.episode", "Episode, from 1", count(ConversationState::getEpisode, 1)),
            whole(
                    "conversation.escalations",
                    "How often it was handed over before",
                    count(ConversationState::getEscalations, 0)),
            whole(
                    "conversation.customerTurns",
                    "Messages of the customer",
                    count(c -> c.getFigures().getCustomerTurns(), 0)),
            whole(
                    "conversation.assistantTurns",
                    "Replies of the assistant",
                    count(c -> c.getFigures().getAssistantTurns(), 0)),
            decimal(
                    "conversation.amount",
                    "Highest amount at stake in the default currency; 0 none",
                    Variables::amount),
            flag(
                    "conversation.disputed",
                    "Whether a charge is disputed",
                    f -> f.conversation() != null && f.conversation().getDisputed()),
            decimal(
                    "conversation.sentiment",
                    "Sentiment of the last customer message, -1 to 1; 0 unknown",
                    f -> f.conversation() == null
                            ? 0
                            : known(f.conversation().getFigures().getSentimentLast())),
            whole(
                    "conversation.intensity",
                    "Emotional intensity, 1 to 5",
                    count(c -> c.getFigures().getIntensity(), 1)),
            whole("conversation.minutesOpen", "Minutes since it began, rounded down", Variables::minutesOpen),
            text(
                    "signal.kind",
                    "Kind of the product signal (only in outreach)",
                    f -> f.signal() == null ? "" : f.signal().getKind()),
            text(
                    "signal.feature",
                    "Feature it concerns; \"\" unknown (only in outreach)",
                    f -> f.signal() == null ? "" : f.signal().getFeature()),
            decimal(
                    "signal.magnitude",
                    "Its size in the unit of its kind; 0 unknown (only in outreach)",
                    f -> f.signal() == null ? 0 : known(f.signal().getMagnitude())),
            whole("signal.daysSince", "Days since it began; 99999 unknown (only in outreach)", Variables::daysSince),
            new Variable(SIGNALS, STRINGS, "Ids of the signals alive in this episode", Variables::signals));

    private Variables() {}

    private static Variable text(String name, String doc, Function<Facts, @Nullable String> reading) {
        return new Variable(name, STRING, doc, f -> {
            String value = reading.apply(f);
            return value == null ? "" : value;
        });
    }

    private static Variable whole(String name, String doc, ToLongFunction<Facts> reading) {
        return new Variable(name, INT, doc, reading::applyAsLong, reading::applyAsLong);
    }

    private static Variable decimal(String name, String doc, ToDoubleFunction<Facts> reading) {
        return new Variable(name, DOUBLE, doc, reading::applyAsDouble, reading);
    }

    private static Variable flag(String name, String doc, Predicate<Facts> reading) {
        return new Variable(name, BOOL, doc, reading::test);
    }

    private static Function<Facts, @Nullable String> of(Function<ConversationState, @Nullable String> reading) {
        return f -> f.conversation() == null ? null : reading.apply(f.conversation());
    }

    private static ToLongFunction<Facts> count(ToLongFunction<ConversationState> reading, long before) {
        return f -> f.conversation() == null ? before : reading.applyAsLong(f.conversation());
    }

    private static double amount(Facts facts) {
        return facts.conversation() == null ? 0 : known(facts.conversation().getAmount());
    }

    private static double known(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    /** The decimal that was meant: -0.7 as a float is not below -0.7 as a double, but a policy means that it is. */
    private static double known(@Nullable Float value) {
        if (value == null) {
            return 0;
        }
        double meant = Math.rint(value * 1e6) / 1e6;
        return (float) meant == value ? meant : value;
    }

    private static long known(@Nullable Integer value, long otherwise) {
        return value == null ? otherwise : value;
    }

    private static long daysAsCustomer(Facts facts) {
        Integer since = facts.customer().getCustomerSinceDay();
        return since == null ? FAR : Math.max(0, today(facts) - since);
    }

    private static long daysToRenewal(Facts facts) {
        CustomerSnapshot customer = facts.customer();
        Integer renewal = customer.getRenewalDay();
        return renewal == null || renewal < today(facts) ? FAR : renewal - today(facts);
    }

    private static long daysSince(Facts facts) {
        ProductSignalReported signal = facts.signal();
        Instant since = signal == null ? null : signal.getSince();
        return since == null ? FAR : Math.max(0, facts.at() - since.toEpochMilli()) / DAY_MILLIS;
    }

    private static long today(Facts facts) {
        return Math.floorDiv(facts.at(), DAY_MILLIS);
    }

    private static long recent(Facts facts) {
        return facts.customer().getRecentContacts().stream()
                .mapToLong(RecentContacts::getCount)
                .sum();
    }

    private static long minutesOpen(Facts facts) {
        ConversationState conversation = facts.conversation();
        return conversation == null ? 0 : Math.max(0, facts.at() - conversation.getStartedAt()) / MINUTE_MILLIS;
    }

    private static List<String> signals(Facts facts) {
        List<String> ids = new ArrayList<>();
        if (facts.conversation() != null) {
            for (SignalMemory memory : facts.conversation().getSignals()) {
                ids.add(Signal.at(memory.getSignal()).id());
            }
        }
        return ids;
    }
}
