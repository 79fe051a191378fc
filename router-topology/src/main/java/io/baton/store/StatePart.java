// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.event.Resolver;
import io.baton.state.ConversationState;
import org.jspecify.annotations.Nullable;

/** The fields of a state but its ids and its timer, in the order of the schema: that order is the layout. */
final class StatePart {

    private static final @Nullable Owner[] OWNERS = Choices.of(new Owner[Owner.values().length + 1], Owner.values());
    private static final @Nullable Path[] PATHS = Choices.of(new Path[Path.values().length + 1], Path.values());
    private static final @Nullable Resolver[] RESOLVERS =
            Choices.of(new Resolver[Resolver.values().length + 1], Resolver.values());

    private StatePart() {}

    static void write(Draft d, ConversationState s) {
        d.text(s.getChannel());
        d.text(s.getCategory());
        d.text(s.getLanguage());
        d.text(s.getPage());
        d.choice(s.getOwner());
        d.choice(s.getPath());
        d.counter(s.getTier());
        d.counter(s.getEpisode());
        d.counter(s.getEscalatedEpisode());
        d.counter(s.getEscalations());
        CustomerPart.write(d, s.getCustomer());
        writeTimes(d, s);
        FiguresPart.write(d, s.getFigures());
        SignalsPart.write(d.tail(), s.getSignals(), s.getStartedAt());
        writeEnd(d, s);
        d.bytes(s.getRecent(), Layout.RECENT);
        LaterPart.write(d.tail(), s);
    }

    static ConversationState read(Reading r) {
        ConversationState s = new ConversationState();
        s.setChannel(r.tail().word());
        s.setCategory(r.tail().word());
        s.setLanguage(r.tail().word());
        s.setPage(r.tail().word());
        s.setOwner(r.choice(OWNERS));
        s.setPath(r.choice(PATHS));
        s.setTier(r.counter());
        s.setEpisode(r.counter());
        s.setEscalatedEpisode(r.counter());
        s.setEscalations(r.counter());
        s.setCustomer(CustomerPart.read(r));
        readTimes(r, s);
        s.setFigures(FiguresPart.read(r));
        s.setSignals(SignalsPart.read(r.tail(), s.getStartedAt()));
        readEnd(r, s);
        s.setRecent(r.bytes(Layout.RECENT));
        LaterPart.read(r.tail(), s);
        return s;
    }

    private static void writeTimes(Draft d, ConversationState s) {
        d.number(s.getStartedAt());
        d.choice(s.getStartPath());
        d.number(s.getEpisodeAt());
        d.number(s.getClockFrom());
        d.number(s.getLastAt());
        d.counter(s.getLastRank());
        d.number(s.getLastCustomerAt());
        d.number(s.getLastReplyAt());
        d.number(s.getEscalatedAt());
        d.number(s.getJoinedAt());
    }

    private static void readTimes(Reading r, ConversationState s) {
        s.setStartedAt(r.eightBytes());
        s.setStartPath(r.choice(PATHS));
        s.setEpisodeAt(r.eightBytes());
        s.setClockFrom(r.eightBytes());
        s.setLastAt(r.eightBytes());
        s.setLastRank(r.counter());
        s.setLastCustomerAt(r.eightBytes());
        s.setLastReplyAt(r.eightBytes());
        s.setEscalatedAt(r.eightBytes());
        s.setJoinedAt(r.eightBytes());
    }

    private static void writeEnd(Draft d, ConversationState s) {
        d.flag(s.getAgentTouched());
        d.flag(s.getAssistantTouched());
        d.flag(s.getReviewByScore());
        d.flag(s.getDisputed());
        d.number(s.getAmount());
        d.choice(s.getResolvedBy());
        d.number(s.getResolvedAt());
        d.text(s.getCloseReason());
        d.flag(s.getIdleClosed());
        d.text(s.getResolution());
        d.text(s.getAgentId());
        d.flag(s.getFrustratedAtEnd());
        d.counter(s.getCsat());
        d.counter(s.getEffort());
        d.counter(s.getNps());
        d.flag(s.getWorked());
        d.counter(s.getOutcomeRevision());
        d.flag(s.getDurable());
        d.counter(s.getAfterClose());
    }

    private static void readEnd(Reading r, ConversationState s) {
        s.setAgentTouched(r.flag());
        s.setAssistantTouched(r.flag());
        s.setReviewByScore(r.flag());
        s.setDisputed(r.flag());
        s.setAmount(r.nullableDouble());
        s.setResolvedBy(r.choice(RESOLVERS));
        s.setResolvedAt(r.eightBytes());
        s.setCloseReason(r.tail().word());
        s.setIdleClosed(r.flag());
        s.setResolution(r.tail().word());
        s.setAgentId(r.tail().text());
        s.setFrustratedAtEnd(r.flag());
        s.setCsat(r.nullableCounter());
        s.setEffort(r.nullableCounter());
        s.setNps(r.nullableCounter());
        s.setWorked(r.nullableFlag());
        s.setOutcomeRevision(r.counter());
        s.setDurable(r.flag());
        s.setAfterClose(r.counter());
    }
}
