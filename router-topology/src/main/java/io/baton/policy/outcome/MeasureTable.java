// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The table of all figures: what {@link Measures} is built from and {@code docs/metrics.md} is checked against.
 *
 * <p>Columns: name; form; whose time says which window; aggregate where adding up over channels means something, else
 * channel; channels that have it; unit; capability; numerator (of a quantile: which); denominator (of a quantile: of what); what
 * is left out; what it says.
 */
final class MeasureTable {

    private static final String TABLE = """
            started|count|start|aggregate|all|conversations|M29|conversations that began|||How many conversations began.
            backlog-change|count|start|aggregate|all|conversations|M23|1 at the beginning, -1 at the end, both in the channel of the path it began on|||By how much the number of open conversations changed; the sum over all windows up to now is the backlog.
            escalated|count|escalation|aggregate|all|escalations|M10|escalations|||How many escalations left the router.
            escalation-rate|ratio|escalation|aggregate|all|ratio|M10|escalations in the window|conversations that began in the window||How much was handed over for each conversation that came in; a long conversation may count twice.
            escalated-share|ratio|start|channel|all|ratio|M21|those handed over since|conversations that began in the window||What became of the conversations that began together: how many of them needed a hand-over.
            escalated-resolution-rate|ratio|start|channel|all|ratio|M21|those of them that stand resolved|conversations of the window that were handed over and have been resolved or abandoned|merged, spam|How many of the conversations that began here and were handed over got solved.
            escalated-csat|mean|start|channel|all|points|M21|points from 1 to 5|conversations of the window that were handed over, ended and were answered|no answer|How satisfied those are who began here and were handed over.
            immediate-escalation|ratio|end|channel|all|ratio|M19|those whose first escalation came after at most one reply of the assistant|ended conversations that were escalated|merged, spam|How often the assistant gave up before it had tried twice.
            trigger|count|escalation|aggregate|all|escalations|M24|escalations by this rule, the name behind the point|||Which rules hand over.
            trigger-signal|count|escalation|aggregate|all|escalations|M24|escalations that this signal carried, the name behind the point|||Which signals hand over; one escalation counts for each signal that was aligned or hard.
            human-wait|duration|escalation|channel|all|seconds|M09|seconds from the last escalation until an agent joined|conversations whose last escalation was joined|nobody has joined|How long a customer who was handed over waited for a human.
            human-wait-p50|quantile|escalation|channel|all|seconds|M09|0.50|human-wait||At most this long for half of what human-wait averages, to 1 %.
            human-wait-p90|quantile|escalation|channel|all|seconds|M09|0.90|human-wait||At most this long for 90 % of what human-wait averages, to 1 %.
            human-wait-p99|quantile|escalation|channel|all|seconds|M09|0.99|human-wait||At most this long for 99 % of what human-wait averages, to 1 %.
            waiting|count|escalation|aggregate|all|conversations|M23|escalations of the window that still wait for a human in this queue, the name behind the point|||How long the line of a queue is; the sum over all windows is who waits now.
            queue-wait|time|escalation|channel|all|seconds|R23|seconds from the last escalation until an agent joined|conversations whose last escalation was joined and stood in this queue|nobody has joined|How long customers wait in this queue; the wait after an automated interaction is in the channel AUTOMATED.
            within-target|ratio|escalation|channel|all|ratio|R23|those that an agent joined by the response target|conversations whose last escalation was joined and stood in this queue|nobody has joined|How often a queue keeps its target; where it does not, the hand-over has failed.
            re-asked|ratio|escalation|channel|all|ratio|H17|those in which an agent asked for what the packet held|conversations whose last escalation was joined and stood in this queue|nobody has joined|How often customers of this queue had to repeat themselves; 0 is the aim.
            escalation-precision|ratio|escalation|channel|all|ratio|M11|those judged needed or too late|escalations that an agent has judged|not judged|How many escalations were right to make.
            escalation-too-late|ratio|escalation|channel|all|ratio|M11|those judged too late|escalations that an agent has judged|not judged|How many escalations should have come earlier.
            rule-precision|ratio|escalation|channel|all|ratio|M11|those judged needed or too late|escalations by this rule that an agent has judged|not judged|How many escalations by this rule were right to make.
            signal-precision|ratio|escalation|channel|all|ratio|M11|those judged needed or too late|escalations carried by this signal that an agent has judged|not judged|How many escalations that this signal carried were right to make.
            context-score|mean|escalation|channel|all|points|H18|points from 1 to 5|escalations whose packet an agent has rated|not rated|How good agents say the hand-over packets are.
            context-gap|ratio|end|aggregate|all|ratio|R22|those of which this was not known by the first message, the name behind the point|conversations resolved or abandoned|merged, spam|What is missing when conversations begin: page, category, language or account; counted in the channel of the path it began on.
            handover-gap|ratio|end|aggregate|all|ratio|H15|those at which this was not known, the rule that fired and the part behind the point|escalations by this rule in conversations resolved or abandoned|merged, spam|What hand-overs could not pass on, by trigger: history, attempts, identity, account, category, language or page, as the events up to the hand-over say; counted in the channel of the path it began on.
            escalation-recall|ratio|end|aggregate|all|ratio|M11|escalations judged needed or too late, in the window of the escalation and the channel it began on|the same and missed escalations, in the window of the resolution|not judged|Of the conversations that needed a human, how many were handed over.
            rule-recall|derived|end|aggregate|all|ratio|M11|escalations by this rule that were judged needed, so in time; the rule behind the point|denominator of escalation-recall of the same row|not judged|Of the conversations that needed a human, how many this rule handed over in time.
            signal-recall|derived|end|aggregate|all|ratio|M11|escalations carried by this signal that were judged needed, so in time; the signal behind the point|denominator of escalation-recall of the same row|not judged|Of the conversations that needed a human, for how many this signal spoke up in time.
            missed-escalations|ratio|end|channel|AUTOMATED|ratio|M11|those reopened, returned, rated at or below the floor of the category, or that a reviewer would have escalated|resolutions without a human, those taken back included|abandoned|How many automated resolutions should have gone to a human.
            resolved|count|end|channel|all|conversations|M01|conversations that stand resolved|||How many conversations were resolved and have not come back.
            durable|count|end|channel|all|conversations|M01|resolved conversations that neither went on nor came back for the time that makes an outcome durable|||How many resolutions have settled.
            abandoned|count|end|channel|all|conversations|M04|conversations that ended unresolved||merged, spam|How many conversations ended without a solution.
            returned|count|end|channel|all|conversations|M12|ended conversations whose customer came back with the same issue before the outcome was durable||merged, spam|How many endings did not hold because the customer came back in a new conversation.
            resolution-rate|ratio|end|channel|all|ratio|M04|conversations that stand resolved|conversations resolved or abandoned|merged, spam|How many of the conversations that ended in this channel were resolved and stayed so.
            channel-resolution-rate|ratio|end|channel|all|ratio|M13|those that stand resolved with the label of the channel they began on|conversations that began in this channel and were resolved or abandoned|merged, spam|How much a channel solves without another one stepping in; counted in the channel of the path it began on.
            first-contact-resolution|ratio|end|channel|all|ratio|M07|those that stand resolved, were never reopened, and do not follow up an earlier conversation about the same issue|resolved conversations, returned ones included|abandoned|How many issues were solved at the first contact.
            reopened|count|end|channel|all|conversations|M12|resolutions taken back|||How many resolutions of the window did not hold because the conversation went on; in the channel that had resolved it.
            reopen-rate|ratio|end|channel|all|ratio|M12|resolutions taken back|resolutions, those taken back included||How many of the resolutions of the window did not hold.
            comebacks|count|return|channel|all|conversations|A03|resolved conversations that went on in the window|||How many resolutions proved wrong in this window, whenever they were made.
            containment|ratio|end|channel|AUTOMATED|ratio|M02|those without a human, an escalation, giving up in frustration or a return|conversations that began automated and were resolved or abandoned|merged, spam|How many that began automated were finished without a human and stayed finished.
            deflection-accuracy|ratio|end|channel|AUTOMATED|ratio|M03|those that no missed escalation is seen in|conversations that began automated and were resolved without a human or an escalation|abandoned|How many of the issues that were kept from humans were the right ones to keep.
            automated-returns|ratio|end|channel|AUTOMATED|ratio|M19|those whose customer came back with the same issue|resolutions by the assistant|abandoned|How often an automated solution did not last.
            unhelpful|ratio|end|channel|AUTOMATED ASSISTED|ratio|M19|those with a corrected reply or an answer that it did not work|ended conversations in which the assistant took part||How many conversations say that the assistant was wrong.
            corrections|count|end|channel|AUTOMATED ASSISTED|replies|L04|replies marked as wrong for this reason, the name behind the point|||What agents mark as wrong.
            automated-turns|mean|end|channel|AUTOMATED ASSISTED|turns|M14|replies and drafts of the assistant|conversations that stand resolved||How many replies of the assistant a resolved conversation took.
            customer-turns|mean|end|channel|all|turns|M14|messages of the customer|conversations that stand resolved||How often a customer had to write until the conversation was resolved.
            time-to-resolution|duration|end|channel|all|seconds|M09|seconds from the beginning to the last resolution|conversations that stand resolved||How long a resolved conversation took from its beginning, reopenings included.
            time-to-resolution-p50|quantile|end|channel|all|seconds|M09|0.50|time-to-resolution||At most this long for half of what time-to-resolution averages, to 1 %.
            time-to-resolution-p90|quantile|end|channel|all|seconds|M09|0.90|time-to-resolution||At most this long for 90 % of what time-to-resolution averages, to 1 %.
            time-to-resolution-p95|quantile|end|channel|all|seconds|M09|0.95|time-to-resolution||At most this long for 95 % of what time-to-resolution averages, to 1 %.
            time-to-resolution-p99|quantile|end|channel|all|seconds|M09|0.99|time-to-resolution||At most this long for 99 % of what time-to-resolution averages, to 1 %.
            first-response|duration|end|channel|all|seconds|M08|seconds from the first message of the customer to the first answer|ended conversations with an answer|no answer|How long a customer waited for the first answer.
            first-response-p50|quantile|end|channel|all|seconds|M08|0.50|first-response||At most this long for half of what first-response averages, to 1 %.
            first-response-p95|quantile|end|channel|all|seconds|M08|0.95|first-response||At most this long for 95 % of what first-response averages, to 1 %.
            response-time|time|end|channel|all|seconds|M09|seconds from the first unanswered message to its answer|answers||How long customers wait for an answer at each turn.
            assistant-time|time|end|channel|all|seconds|M09|seconds in which the assistant held it|ended conversations||Whose time it was: the assistant's.
            queue-time|time|end|channel|all|seconds|M09|seconds in which it waited for a human|ended conversations||Whose time it was: the queue's.
            human-time|time|end|channel|all|seconds|M09|seconds in which a human held it|ended conversations||Whose time it was: the human's.
            queue-time-open|time|end|channel|all|seconds|M09|seconds of opening hours in which it waited for a human|ended conversations||The queue's time as far as somebody works.
            human-time-open|time|end|channel|all|seconds|M09|seconds of opening hours in which a human held it|ended conversations||The human's time as far as somebody works.
            handle-time|duration|end|channel|ASSISTED HUMAN|seconds|M08|seconds in which a human held it|ended conversations that were escalated and that a human held|not escalated|How long humans work on what is handed over; compare assisted with human for what drafts are worth.
            handle-time-p95|quantile|end|channel|ASSISTED HUMAN|seconds|M08|0.95|handle-time||At most this long for 95 % of what handle-time averages, to 1 %.
            draft-share|ratio|end|channel|ASSISTED HUMAN|ratio|M08|messages that sent a draft of the assistant|messages of agents||How much of what agents send the assistant has drafted.
            draft-kept|ratio|end|channel|ASSISTED HUMAN|ratio|L13|drafts that agents sent as they were|drafts that agents sent and of which the platform says whether they were changed|not said|How good the assistant's drafts are, by what agents do with them.
            agent-resolved|count|end|channel|all|conversations|M22|conversations that stand resolved by an agent|||How many conversations agents solved.
            agent-productivity|derived|end|channel|ASSISTED HUMAN|per-hour|M22|agent-resolved|hours of human-time||How many conversations agents solve in an hour of holding them.
            csat|mean|end|channel|all|points|M05|points from 1 to 5|conversations with an answer|no answer|How satisfied customers were with conversations that ended in the window, whenever they answered.
            nps|mean|end|channel|all|points|M05|100 for each answer of 9 or 10, -100 for each of 0 to 6|conversations with an answer|no answer|Net promoter score after conversations that ended in the window, -100 to 100.
            effort|mean|end|channel|all|points|M14|points from 1 to 7|conversations with an answer|no answer|How much effort customers say a conversation that ended in the window was.
            worked|ratio|end|channel|all|ratio|M20|answers that the solution worked|conversations with an answer|no answer|How many customers say that what they were told worked.
            qa-intent-accuracy|mean|end|channel|all|points|M17|points from 1 to 5|reviewed conversations that were judged on it|not judged|How well reviewers say the intent was understood.
            qa-policy-compliance|mean|end|channel|all|points|M04|points from 1 to 5|reviewed conversations that were judged on it|not judged|How well reviewers say the policy was kept.
            qa-tone|mean|end|channel|all|points|M04|points from 1 to 5|reviewed conversations that were judged on it|not judged|How well reviewers say the tone fitted.
            qa-escalation-timing|mean|end|channel|all|points|M04|points from 1 to 5|reviewed conversations that were judged on it|not judged|How well reviewers say an escalation was timed.
            resolution-quality|mean|end|channel|all|points|M04|points of all four criteria of the rubric|criteria judged in reviewed conversations|not judged|How good reviewers say the work of the channel is.
            misclassification|ratio|end|channel|all|ratio|M17|those whose last category is another than the first|ended conversations with a category|no category|How often the first idea of what it was about was wrong.
            confidence|mean|end|channel|AUTOMATED ASSISTED|ratio|M18|confidence reported with replies and drafts|replies and drafts that report one|no confidence|How sure the assistant says it is, by the window in which the conversation ended.
            confidence-tenth|count|end|channel|AUTOMATED ASSISTED|replies|M18|replies with a confidence from so many tenths up to the next, 9 to 1 inclusive, the number behind the point|||How the confidence of replies is distributed.
            confidence-stated|mean|end|channel|all|ratio|M18|confidence stated with those replies|replies sent with a confidence from so many tenths up to the next, the number behind the point, in conversations whose outcome has settled|drafts, no confidence|How sure the assistant says it is, tenth by tenth; counted in the channel of the path it began on.
            confidence-right|ratio|end|channel|all|ratio|M17|those in conversations that stand resolved without a human, an escalation, a reopening, a corrected reply or an answer that it did not work|the replies of confidence-stated|drafts, no confidence|How often the assistant was right when it was so sure; where it knows itself, confidence-stated of the same tenth; counted in the channel of the path it began on.
            calibration-error|derived|end|channel|all|ratio|M17|distances between the numerators of confidence-stated and confidence-right, tenth by tenth, added up|replies of confidence-stated, all tenths||How far off the assistant is about its own certainty, 0 to 1: 0.1 means ten points; counted in the channel of the path it began on.
            assistant-contacts|count|end|channel|all|conversations|M15|ended conversations in which the assistant answered or drafted|||How many conversations cost something for the assistant.
            assistant-replies|count|end|channel|all|replies|M15|replies and drafts of the assistant in ended conversations|||How many replies the assistant wrote.
            human-contacts|count|end|channel|all|conversations|M15|ended conversations in which a human took part|||How many conversations cost something for humans.
            cost-per-resolution|derived|end|channel|all|currency|M15|what assistant-contacts, assistant-replies, human-contacts and human-time cost by the rates of the policy|resolved||What a resolution cost in this channel, in the currency of the policy.
            scorecard|derived|end|channel|all|ratio|M16|weight times score of each figure that the policy weighs and that has a value|weights of those figures||How good and how efficient the channel is in one number, 0 to 1.
            churned-after|ratio|end|aggregate|all|ratio|M25|those whose account churned within 90 days after the end|conversations resolved or abandoned|merged, spam|How many customers left after support.
            expanded-after|ratio|end|aggregate|all|ratio|M25|those whose account expanded within 90 days after the end|conversations resolved or abandoned|merged, spam|How many customers bought more after support.
            renewed-after|ratio|end|aggregate|all|ratio|M25|those whose account renewed within 90 days after the end|conversations resolved or abandoned|merged, spam|How many customers renewed after support.
            high-stakes-saved|ratio|end|channel|ASSISTED HUMAN|ratio|M26|those whose account renewed or expanded within 90 days and did not churn|conversations of high-stakes categories that a human took part in and that were resolved or abandoned|merged, spam|Which interventions kept an account.
            solved-by|ratio|end|channel|all|ratio|H10|those that stand resolved|resolutions with this code, those taken back included, the name behind the point|no code|Which solutions last, by category and segment.
            variant-success|ratio|end|channel|AUTOMATED ASSISTED|ratio|L08|those that stand resolved without a human|conversations resolved or abandoned in which the assistant answered last with this variant, the name behind the point|no variant|Which variant of the assistant solves more.
            unattributed|count|start|aggregate|all|conversations|M05|surveys, verdicts and reviews for conversations that are not known|||What was said about conversations that nobody has seen.
            """;

    private static final int COLUMNS = 11;

    private static final Map<String, Row> ROWS =
            TABLE.lines().map(MeasureTable::row).collect(Collectors.toUnmodifiableMap(Row::id, row -> row));

    private MeasureTable() {}

    /** One line of the table. */
    record Row(
            String id,
            Form form,
            Basis basis,
            boolean aggregate,
            String channels,
            String unit,
            String capability,
            String numerator,
            String denominator,
            String excluded,
            String meaning) {}

    static Row row(Measures measure, String id) {
        return Objects.requireNonNull(ROWS.get(id), measure.name());
    }

    private static Row row(String line) {
        String[] cells = line.split("\\|", COLUMNS);
        return new Row(
                cells[0],
                Form.of(cells[1]),
                Basis.of(cells[2]),
                cells[3].equals("aggregate"),
                cells[4],
                cells[5],
                cells[6],
                cells[7],
                cells[8],
                cells[9],
                cells[10]);
    }
}
