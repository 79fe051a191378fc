// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.policy.ruleset.CalendarRule.Interval;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.Signal;
import io.baton.yaml.Problem;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    /** The smallest document that says something in every section. */
    static final String DOCUMENT = """
            name: test
            version: 7
            defaultCategory: other
            categories:
              billing: {title: Billing, complexity: 3, intensity: 3, tier: 2, queue: expert}
              other: {title: Other, complexity: 2, intensity: 1, tier: 1}
            segments:
              - {id: big, title: Big, when: customer.annualValue > 1000, scoreThreshold: 0.8, aligned: 2, ease: 0.8, respondWithin: 2m, priority: 1}
              - {id: all, title: All, scoreThreshold: 1.0, aligned: 2, respondWithin: 1h, priority: 3}
            signals:
              low-confidence:
                threshold: 0.85
                weight: 0.6
                window: 5m
                halfLife: 3m
                byCategory: {billing: 0.9}
                bySegment: {big: 0.88}
              too-long: {threshold: 90s, weight: 0.6, byChannel: {email: off, voice: 180}}
              human-requested: {weight: 2, hard: true}
            escalation:
              among: [low-confidence, too-long]
              window: 10m
            hardTriggers:
              leaving: {when: customer.atRisk, text: may be leaving}
            queues:
              plain: {title: Plain, priority: 3, calendar: office, ladder: slow}
              expert: {title: Expert, priority: 1}
            routes:
              - {id: big, when: customer.segment == 'big', queue: expert, priority: 1}
              - {id: rest, queue: plain}
            calendars:
              office:
                zone: Europe/Berlin
                hours: {mon-fri: ["08:00-12:00", "13:00-24:00"]}
                holidays: [2026-12-25]
            ladders:
              slow:
                steps:
                  - {after: 5m, action: tell-expectation}
                  - {after: 10m, action: overflow, queue: expert}
            playbooks:
              outage: {kind: outage, minShare: 0.1, holdBack: [billing], templates: {opened: We know.}, queue: expert}
            alerts:
              rate: {measure: escalationRate, threshold: 0.25, window: 15m, minVolume: 20}
            masking:
              kinds: [EMAIL]
              phoneRegion: DE
              patterns: {US_SSN: '\\b\\d{3}-\\d{2}-\\d{4}\\b'}
            money:
              currency: EUR
              rates: {USD: 0.9}
            phrases:
              escalation: [angry, cancel*]
            journey: {repeatWithin: 5d, prefersHumanAfter: 2, prefersHumanWithin: 90d, keepContacts: 100d}
            messages:
              default: A colleague takes over.
            """;

    @Test
    void documentBecomesARuleset() {
        Ruleset rules = valid(DOCUMENT);
        assertThat(rules.name()).isEqualTo("test");
        assertThat(rules.version()).isEqualTo("7");
        assertThat(rules.hash()).hasSize(64).isEqualTo(PolicyFile.hash(DOCUMENT));
        assertThat(rules.categories()).containsOnlyKeys("billing", "other");
        assertThat(rules.category("billing").queue()).isEqualTo("expert");
        assertThat(rules.calendars().get("office").hours().get(DayOfWeek.FRIDAY))
                .containsExactly(
                        new Interval(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        new Interval(LocalTime.of(13, 0), LocalTime.MIDNIGHT));
        assertThat(rules.ladders().get("slow").steps().get(1).afterSeconds()).isEqualTo(600);
        assertThat(rules.segment("big").responseSeconds()).isEqualTo(120);
        assertThat(rules.money().convert(10, "USD")).hasValue(9);
        assertThat(rules.signals()).hasSize(Signal.values().length);
        assertThat(rules.signal(Signal.URGENCY).enabled()).isFalse();
        assertThat(rules.retention().conversation()).isEqualTo(90L * 86_400_000);
    }

    @Test
    @Tag("T20")
    void thresholdsDifferByChannelCategoryAndSegment() {
        Ruleset rules = valid(DOCUMENT);
        assertThat(rules.signal(Signal.TOO_LONG).threshold("chat", null, "all")).isEqualTo(90);
        assertThat(rules.signal(Signal.TOO_LONG).threshold("voice", null, "all"))
                .isEqualTo(180);
        assertThat(rules.signal(Signal.TOO_LONG).threshold("email", "billing", "big"))
                .isInfinite();
        assertThat(rules.signal(Signal.LOW_CONFIDENCE).threshold("chat", "billing", "big"))
                .isEqualTo(0.9);
        assertThat(rules.signal(Signal.LOW_CONFIDENCE).threshold("chat", "other", "big"))
                .isEqualTo(0.88);
        assertThat(rules.signal(Signal.LOW_CONFIDENCE).threshold("chat", "other", "all"))
                .isEqualTo(0.85);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            threshold: 90s | threshold: -3 | signals.too-long.threshold | must be between 0 and 86400 (seconds, or a duration such as 90s) (was -3)
            threshold: 0.85 | treshold: 0.85 | signals.low-confidence.treshold | unknown key, did you mean 'threshold'?
            threshold: 0.85 | window: 5m | signals.low-confidence.threshold | is missing
            threshold: 0.85 | threshold: [1] | signals.low-confidence.threshold | must be between 0 and 1 (was a list)
            too-long: { | to-long: { | signals.to-long | unknown signal 'to-long', did you mean 'too-long'?
            email: off | email: never | signals.too-long.byChannel.email | must be between 0 and 86400 (seconds, or a duration such as 90s) or off (was never)
            {billing: 0.9} | {biling: 0.9} | signals.low-confidence.byCategory.biling | unknown category 'biling', did you mean 'billing'?
            {big: 0.88} | {huge: 0.88} | signals.low-confidence.bySegment.huge | unknown segment 'huge'; known: all, big
            window: 10m | window: 10 minutes | escalation.window | must be a duration between 1s and 30d such as 500ms, 90s, 15m, 2h or 7d (was 10 minutes)
            among: [low-confidence, too-long] | among: [urgency] | escalation.among[0] | signal 'urgency' is disabled or not under signals, so it can never align
            tier: 2, | tier: 4, | categories.billing.tier | must be a whole number between 1 and 3 (was 4)
            tier: 2, | tier: 1.5, | categories.billing.tier | must be a whole number between 1 and 3 (was 1.5)
            tier: 2, queue: expert | tier: 2, queue: experts | categories.billing.queue | unknown queue 'experts', did you mean 'expert'?
            tier: 2, | tier: 2, mode: robot, | categories.billing.mode | must be one of agent-assist, ai-first, triage (was robot)
            defaultCategory: other | defaultCategory: else | defaultCategory | unknown category 'else'; known: billing, other
            name: test | name: Test Policy | name | must be a name of lower-case letters, digits and hyphens, at most 63 (was Test Policy)
            version: 7 | version: "" | version | must be a text of 1 to 2000 characters (has 0)
            version: 7 | {empty} | version | is missing
            aligned: 2, ease | aligned: 3, ease | segments[0].aligned | can never be reached: escalation.among lists 2 signals
            scoreThreshold: 1.0 | scoreThreshold: 9 | segments[1].scoreThreshold | can never be reached: all signals together weigh 3.2
            id: all, | id: big, | segments[1].id | segment 'big' is given twice
            title: All, | title: All, when: customer.atRisk, | segments[1].when | must not stand on the last one: it is taken where no other holds
            when: customer.annualValue > 1000, | {empty} | segments[0].when | is missing
            customer.annualValue > | customer.anualValue > | segments[0].when | unknown variable 'customer.anualValue', did you mean 'customer.annualValue'?
            customer.annualValue > 1000 | conversation.tier > 1 | segments[0].when | conversation.tier is not known yet when segments are chosen
            customer.segment == 'big' | customer.segment == 'bigg' | routes[0].when | customer.segment is never 'bigg', did you mean 'big'?
            when: customer.atRisk, | when: customer.health, | hardTriggers.leaving.when | expected type 'bool' but found 'int'
            leaving: {when | urgency: {when | hardTriggers.urgency | is the name of a signal; mark that signal hard instead, or choose another name
            calendar: office | calendar: offices | queues.plain.calendar | unknown calendar 'offices', did you mean 'office'?
            ladder: slow | ladder: none | queues.plain.ladder | unknown ladder 'none'; known: slow
            zone: Europe/Berlin | zone: Europe/Berln | calendars.office.zone | must be a time zone such as Europe/Berlin or America/New_York (was Europe/Berln)
            13:00-24:00 | 11:00-24:00 | calendars.office.hours.mon-fri[1] | must begin after the interval before it has ended
            13:00-24:00 | 13:00-12:30 | calendars.office.hours.mon-fri[1] | must be an interval such as 09:00-17:30, at most until 24:00 (was 13:00-12:30)
            mon-fri: | fri-mon: | calendars.office.hours.fri-mon | must be a day (mon, tue, wed, thu, fri, sat, sun) or a span such as mon-fri (was fri-mon)
            2026-12-25 | 2026-13-25 | calendars.office.holidays[0] | must be a date such as 2026-12-25 (was 2026-13-25)
            after: 10m | after: 1m | ladders.slow.steps[1].after | must not be earlier than the step before
            action: overflow, queue: expert | action: overflow | ladders.slow.steps[1].queue | is missing: overflow needs a queue to move to
            ["08:00-12:00", "13:00-24:00"] | [] | calendars.office.hours | must hold at least one interval: a calendar that never opens has no due time
            ladder: slow} | ladder: slow, respondWithin: 0s} | queues.plain.respondWithin | must be a duration between 1s and 30d such as 500ms, 90s, 15m, 2h or 7d (was 0s)
            ladder: slow} | ladder: slow, respondWithin: {bigg: 2m}} | queues.plain.respondWithin.bigg | unknown segment 'bigg', did you mean 'big'?
            respondWithin: 2m, | {empty} | segments[0].respondWithin | is missing: queue expert, plain has no response target for this segment
            overflow, queue: expert | overflow, queue: experts | ladders.slow.steps[1].queue | unknown queue 'experts', did you mean 'expert'?
            overflow, queue: expert | overflow, queue: plain | ladders.slow.steps[1].queue | leads back: plain -> plain
            holdBack: [billing] | holdBack: [bills] | playbooks.outage.holdBack[0] | unknown category 'bills'; known: billing, other
            minShare: 0.1 | minShare: 10 | playbooks.outage.minShare | must be between 0 and 1 (was 10)
            window: 15m | window: 15 | alerts.rate.window | must be a duration between 1m and 92d such as 500ms, 90s, 15m, 2h or 7d (was 15)
            kinds: [EMAIL] | kinds: [MAIL] | masking.kinds[0] | unknown kind 'MAIL', did you mean 'EMAIL'?
            phoneRegion: DE | phoneRegion: Germany | masking.phoneRegion | must be a country of two letters such as US or DE (was Germany)
            {US_SSN: | {EMAIL: | masking.patterns.EMAIL | is a built-in kind; choose another name
            currency: EUR | currency: EURO | money.currency | must be a currency code of ISO 4217 such as USD or EUR (was EURO)
            {USD: 0.9} | {EUR: 0.9} | money.rates.EUR | is the default currency, its rate is 1
            cancel* | can*cel | phrases.escalation[1] | must be a phrase in lower case of at most 80 characters, * only at the end of a word (was can*cel)
            angry, | Angry, | phrases.escalation[0] | must be a phrase in lower case of at most 80 characters, * only at the end of a word (was Angry)
            repeatWithin: 5d | repeatWithin: 5 | journey.repeatWithin | must be a duration between 1h and 92d such as 500ms, 90s, 15m, 2h or 7d (was 5)
            keepContacts: 100d | keepContacts: 60d | journey.keepContacts | must not be shorter than repeatWithin and prefersHumanWithin, which are counted from it
            prefersHumanAfter: 2 | prefersHumanAfter: 80 | journey.prefersHumanAfter | can never be reached: mostContacts is 50
            tier: 1} | questions: {repeatable: true, judgement: false}} | categories.other.questions.singleAnswer | is missing
            tier: 1} | tier: 1, questions: {repeatable: true, judgement: true, singleAnswer: true}} | categories.other.tier | contradicts the three questions, which make it tier 3
            window: 10m | criteria: {c: {when: conversation.tier > 1, tier: 1, text: t}} | escalation.criteria.c.tier | must be a whole number between 2 and 3 (was 1)
            templates: {opened: We know.} | templates: {} | playbooks.outage.templates | must hold the text of at least one stage
            templates: {opened: We know.} | templates: {opened: We know.}, spike: {window: 3h, minVolume: 40, factor: 4} | playbooks.outage.spike.window | must be a duration between 1m and 2h such as 500ms, 90s, 15m, 2h or 7d (was 3h)
            templates: {opened: We know.} | templates: {opened: We know.}, spike: {window: 90s, minVolume: 40, factor: 4} | playbooks.outage.spike.window | must be whole minutes
            templates: {opened: We know.} | templates: {opened: We know.}, spike: {window: 15m, minVolume: 0, factor: 1} | playbooks.outage.spike.factor | must be between 1.1 and 1000 (was 1)
            default: A | bogus: A | messages | must hold a text for 'default'
            """)
    void wrongDocumentIsRefusedWithPlaceAndReason(String from, String to, String path, String message) {
        assertThat(DOCUMENT).contains(from);
        List<Problem> problems = invalid(
                DOCUMENT.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to.equals("{empty}") ? "" : to)));
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.message()).isEqualTo(message);
        });
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {on: profile, when: customer.atRisk, text: Hello.} | outreach.calls.text | must name the specific problem: at least one of {health}, {usage}, {renewal}, {since}
            {on: profile, when: customer.atRisk, text: "{feature}."} | outreach.calls.text | unknown placeholder {feature}; known: {health}, {usage}, {renewal}, {since}
            {on: profile, when: "customer.segment == 'big' && conversation.tier > 1", text: "{since}."} | outreach.calls.when | at character 42: conversation.tier is not known in rules about a profile
            {on: contract, when: customer.atRisk, text: "{since}."} | outreach.calls.on | unknown occasion 'contract'; known: profile, signal
            {when: "signal.kind == 'x'", text: Hello.} | outreach.calls.text | must name the specific problem: at least one of {feature}, {since}, {magnitude}, {percent}, {detail}, {health}, {usage}, {renewal}
            """)
    @Tag("S11")
    @Tag("P04")
    void outreachWithoutAProblemIsRefused(String rule, String path, String message) {
        assertThat(invalid(DOCUMENT + "outreach:\n  calls: " + rule + "\n")).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.message()).isEqualTo(message);
        });
    }

    @Test
    void problemSaysLineAndColumn() {
        List<Problem> problems = invalid(DOCUMENT.replace("threshold: 90s", "threshold: -3"));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).render())
                .isEqualTo("policy.yaml:18:25 signals.too-long.threshold: must be between 0 and 86400 "
                        + "(seconds, or a duration such as 90s) (was -3)");
    }

    @Test
    void problemInsideAConditionPointsIntoIt() {
        Problem problem = invalid(DOCUMENT.replace("customer.segment == 'big'", "customer.segment == 'bgi'"))
                .get(0);
        String line = DOCUMENT.replace("'big'", "'bgi'").lines().toList().get(problem.line() - 1);
        assertThat(line.substring(problem.column() - 1)).startsWith("'bgi'");
    }

    @Test
    void everyMistakeIsReportedAtOnce() {
        String document = DOCUMENT.replace("tier: 2, queue: expert", "tier: 9, queue: experts")
                .replace("ease: 0.8", "ease: 8")
                .replace("threshold: 0.85", "threshold: 85")
                .replace("threshold: 90s", "treshold: 90s")
                .replace("zone: Europe/Berlin", "zone: Mars/Base")
                .replace("measure: escalationRate", "measure: Escalation Rate")
                .replace("currency: EUR", "currency: XEU2")
                .replace("when: customer.atRisk", "when: customer.atrisk");
        assertThat(invalid(document))
                .extracting(Problem::path)
                .containsExactly(
                        "categories.billing.tier",
                        "categories.billing.queue",
                        "segments[0].ease",
                        "signals.low-confidence.threshold",
                        "signals.too-long.threshold",
                        "signals.too-long.treshold",
                        "hardTriggers.leaving.when",
                        "calendars.office.zone",
                        "alerts.rate.measure",
                        "money.currency");
    }

    @Test
    void anOverflowThatComesBackOverOtherQueuesIsRefused() {
        String document = DOCUMENT.replace("expert: {", "expert: {ladder: back, ")
                .replace("ladders:\n", "ladders:\n  back:\n    steps: [{after: 1m, action: overflow, queue: plain}]\n");

        assertThat(invalid(document))
                .extracting(Problem::path, Problem::message)
                .containsExactlyInAnyOrder(
                        tuple("ladders.back.steps[0].queue", "leads back: expert -> plain -> expert"),
                        tuple("ladders.slow.steps[1].queue", "leads back: plain -> expert -> plain"));
    }

    @Test
    @Tag("S07")
    void aQueueMayHaveTargetsOfItsOwnBySegment() {
        Ruleset rules = valid(DOCUMENT.replace("ladder: slow", "ladder: slow, respondWithin: {big: 1m}"));
        assertThat(rules.queues().get("plain").responseSeconds(rules.segment("big")))
                .isEqualTo(60);
        assertThat(rules.queues().get("plain").responseSeconds(rules.segment("all")))
                .isEqualTo(rules.segment("all").responseSeconds());
        assertThat(rules.queues().get("expert").responseSeconds(rules.segment("big")))
                .isEqualTo(120);
    }

    private static Ruleset valid(String document) {
        Parsed parsed = PolicyFile.parse(document, "policy.yaml");
        assertThat(parsed).isInstanceOf(Parsed.Valid.class);
        return ((Parsed.Valid) parsed).ruleset();
    }

    private static List<Problem> invalid(String document) {
        Parsed parsed = PolicyFile.parse(document, "policy.yaml");
        assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
        return ((Parsed.Invalid) parsed).problems();
    }
}
