# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Baton authors
"""Counts figures again, from events and by docs/metrics.md, and compares them with the rows of a replay.

usage: recount.py EVENTS OUT POLICY     EVENTS as given to `replay`, OUT its folder, POLICY the numbers of the policy that count, as JSON

Shares no code with the router. What only the router decides is read from its outputs: the path and segment of a
conversation, its escalations with rule and signals, and the end of those that were left in silence. Exit status 1 where a figure differs.
"""
import collections
import datetime
import glob
import gzip
import json
import math
import re
import sys

DAY = 86_400_000
LENGTH = {"MINUTE": 60_000, "HOUR": 3_600_000, "DAY": DAY}
COUNTS = ("conversations", "escalations", "replies")


EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def millis(text):
    """Milliseconds since 1970; what is finer is cut off."""
    return (datetime.datetime.fromisoformat(text.replace("Z", "+00:00")) - EPOCH) // datetime.timedelta(milliseconds=1)


def read(pattern):
    for name in sorted(glob.glob(pattern)):
        with (gzip.open(name, "rt") if name.endswith(".gz") else open(name, encoding="utf-8")) as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)


def one(holds):
    return 1 if holds else 0


class Conversation:
    """One conversation as its events tell it."""

    def __init__(self, cid, events, router):
        self.id, self.events = cid, events
        self.customer = events[0].get("partitionkey", cid)
        self.start = events[0]["at"]
        decisions = sorted(router["decisions"][cid], key=lambda d: millis(d["decidedAt"]))
        self.path, self.segment = decisions[0]["path"], decisions[-1]["segment"]
        self.escalations = [
            dict(at=millis(d["decidedAt"]), id="%s/%d" % (cid, d["episode"]), rule=d["rule"],
                 signals=list(dict.fromkeys(s["signal"] for s in d["signals"] if s["aligned"] or s["hard"])))
            for d in decisions if d["escalate"]]
        self.outcomes = router["outcomes"][cid]
        self.ending = self.by = None
        self.end = self.resolution = None
        self.taken_back, self.moves, self.resolutions = [], [], {}
        self.returned = self.follows = False
        self.joined = None
        self.clocks, self.holder, self.since = [[], [], []], 0, self.start
        self.customer_turns = self.replies = self.agent_messages = self.drafts = self.kept = self.changed = 0
        self.human = self.assistant = False
        self.waiting, self.answers = None, []
        self.confidences, self.sent = [], []
        self.categories, self.variant = [], None
        self.tried = None
        self.survey, self.qa, self.corrections, self.verdicts, self.scores = {}, {}, {}, {}, {}
        self.seen = set()
        for event in self.story():
            self.take(event)
        if self.ending is None and self.outcomes and self.outcomes[-1]["endedAt"]:
            self.ends(millis(self.outcomes[-1]["endedAt"]), "abandoned")
        self.category = self.categories[-1] if self.categories else "unclassified"

    def story(self):
        marks = [dict(type="escalated", at=e["at"], data=e) for e in self.escalations]
        return sorted(self.events + marks, key=lambda e: (e["at"], e["type"] == "escalated"))

    def hold(self, holder, at):
        if self.holder is not None and at > self.since:
            self.clocks[self.holder].append((self.since, at))
        self.holder, self.since = holder, at
        if holder == 2 and self.joined is None:
            self.joined = at

    def ends(self, at, how):
        self.ending, self.end = how, at
        self.hold(None, at)

    def goes_on(self, at, holder):
        """After a resolution: it did not hold."""
        if self.ending == "resolved":
            self.taken_back.append((self.end, at, self.label()))
            self.ending = self.by = None
        self.hold(holder, at)

    def label(self):
        return "AUTOMATED" if not self.human else "ASSISTED" if self.assistant else "HUMAN"

    def take(self, event):
        kind, at, data = event["type"].replace("conversation.", ""), event["at"], event["data"]
        ended = self.ending is not None
        if data.get("category") and kind in ("started", "customer-message", "assistant-reply", "resolved"):
            self.categories.append(data["category"])
        if kind == "customer-message":
            self.customer_turns += 1
            if self.ending == "resolved" and not thanks(data["text"]):
                self.goes_on(at, 0)
            self.waiting = at if self.waiting is None else self.waiting
        elif kind == "assistant-reply":
            self.seen.add(event["id"])
            self.assistant = True
            self.replies += 1
            self.variant = data.get("variant") or self.variant
            if data.get("confidence") is not None:
                scaled = math.floor(data["confidence"] * 10_000 + 0.5)
                self.confidences.append(scaled)
                if not data.get("draft"):
                    self.sent.append(scaled)
            if not data.get("draft"):
                self.answered(at)
        elif kind == "agent-message":
            self.human = True
            self.agent_messages += 1
            self.drafts += one(data.get("basedOnDraft"))
            self.kept += one(data.get("basedOnDraft") and data.get("edited") is False)
            self.changed += one(data.get("basedOnDraft") and data.get("edited") is True)
            self.answered(at)
            if not ended and self.holder != 2 and (self.holder == 1 or not data.get("basedOnDraft")):
                self.hold(2, at)
        elif kind == "escalated":
            self.tried = self.replies if self.tried is None else self.tried
            self.joined = None
            if self.holder == 0:
                self.hold(1, at)
        elif kind == "agent-joined":
            self.human = True
            if ended:
                self.goes_on(at, 2)
            elif self.holder != 2:
                self.hold(2, at)
        elif kind in ("returned-to-automation", "reopened", "human-requested"):
            if self.ending == "resolved" or kind == "returned-to-automation":
                self.goes_on(at, 0)
        elif kind == "resolved":
            if data.get("by") == "agent":
                self.human = True
            if self.ending != "resolved" or self.by != data.get("by"):
                self.by, self.resolution = data.get("by"), data.get("resolution")
                self.resolutions[at] = self.resolution
                self.ends(at, "resolved")
        elif kind == "closed":
            if self.ending != "resolved":
                reason = data.get("reason")
                self.ends(at, reason if reason in ("merged", "spam", "resolved") else "abandoned")
        elif kind == "survey-answered":
            self.survey.update({k: v for k, v in data.items() if v is not None})
        elif kind == "qa-reviewed":
            self.qa.update({k: v for k, v in data.items() if v is not None})
        elif kind == "reply-corrected":
            self.corrections[data["replyId"]] = data["reason"]
        elif kind == "escalation-reviewed":
            self.verdicts[data["escalationId"]] = data["verdict"]
            if data.get("contextScore"):
                self.scores[data["escalationId"]] = data["contextScore"]

    def answered(self, at):
        if self.waiting is not None:
            self.answers.append(at - self.waiting)
            self.waiting = None

    def stands(self):
        return self.ending == "resolved" and not self.returned


def thanks(text):
    return len(text) < 60 and re.search(r"thank|bye|cheers|great[,!. ]|perfect", text.lower()) is not None


class Calendar:
    """Opening hours: zone, hours a weekday, holidays."""

    def __init__(self, rule):
        import zoneinfo
        self.zone, self.holidays = zoneinfo.ZoneInfo(rule["zone"]), set(rule["holidays"])
        self.hours = {int(day): spans for day, spans in rule["hours"].items()}

    def open(self, begin, end):
        day = datetime.datetime.fromtimestamp(begin / 1000, self.zone).date()
        last = datetime.datetime.fromtimestamp(end / 1000, self.zone).date()
        total = 0
        while day <= last:
            if day.isoformat() not in self.holidays:
                for opens, closes in self.hours.get(day.isoweekday(), []):
                    total += max(0, min(end, self.at(day, closes)) - max(begin, self.at(day, opens)))
            day += datetime.timedelta(days=1)
        return total

    def at(self, day, clock):
        hour, minute = map(int, clock.split(":"))
        return round(datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=self.zone).timestamp() * 1000)


class Recount:
    def __init__(self, conversations, policy, horizon):
        self.rows = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0]))
        self.values = collections.defaultdict(lambda: collections.defaultdict(list))
        self.policy, self.horizon = policy, horizon
        self.calendar = Calendar(policy["calendar"]) if policy.get("calendar") else None
        self.abandoned = set()
        for c in conversations:
            self.conversation(c)

    def add(self, c, channel, at, figure, n, d=0, value=None):
        for grain, length in LENGTH.items():
            key = (channel, grain, at // length * length, c.category, c.segment)
            self.rows[key][figure][0] += n
            self.rows[key][figure][1] += d
            if value is not None:
                self.values[key][figure].append(value)

    def conversation(self, c):
        path, start = c.path, c.start
        self.add(c, path, start, "started", 1)
        self.add(c, path, start, "backlog-change", 1)
        self.add(c, path, start, "escalation-rate", 0, 1)
        self.add(c, path, start, "escalated-share", one(c.escalations), 1)
        for e in c.escalations:
            self.escalation(c, e)
        for resolved, went_on, label in c.taken_back:
            self.add(c, label, resolved, "reopened", 1)
            self.add(c, label, resolved, "reopen-rate", 1, 1)
            self.add(c, label, went_on, "comebacks", 1)
            if c.resolutions.get(resolved):
                self.add(c, label, resolved, "solved-by." + c.resolutions[resolved], 0, 1)
            if label == "AUTOMATED":
                self.missed(c, resolved, True)
        if c.ending is not None:
            self.add(c, path, c.end, "backlog-change", -1)
            self.review(c)
            if c.ending in ("resolved", "abandoned"):
                self.ended(c)

    def escalation(self, c, e):
        path, at, verdict = c.path, e["at"], c.verdicts.get(e["id"])
        self.add(c, path, at, "escalated", 1)
        self.add(c, path, at, "escalation-rate", 1)
        self.add(c, path, at, "trigger." + e["rule"], 1)
        for signal in e["signals"]:
            self.add(c, path, at, "trigger-signal." + signal, 1)
        if e["id"] in c.scores:
            self.add(c, path, at, "context-score", c.scores[e["id"]], 1)
        if verdict:
            needed = one(verdict != "not-needed")
            self.add(c, path, at, "escalation-precision", needed, 1)
            self.add(c, path, at, "escalation-too-late", one(verdict == "too-late"), 1)
            self.add(c, path, at, "rule-precision." + e["rule"], needed, 1)
            for signal in e["signals"]:
                self.add(c, path, at, "signal-precision." + signal, needed, 1)
            if needed:
                self.add(c, path, at, "escalation-recall", 1, 1)
            if verdict == "needed":
                self.add(c, path, at, "rule-recall." + e["rule"], 1)
                for signal in e["signals"]:
                    self.add(c, path, at, "signal-recall." + signal, 1)
        if e is c.escalations[-1] and c.joined is not None and c.joined >= at:
            self.add(c, path, at, "human-wait", (c.joined - at) / 1000, 1, c.joined - at)

    def missed(self, c, at, missed):
        self.add(c, "AUTOMATED", at, "missed-escalations", one(missed), 1)
        if missed:
            self.add(c, "AUTOMATED", at, "escalation-recall", 0, 1)

    def review(self, c):
        criteria = {"intentAccuracy": "qa-intent-accuracy", "policyCompliance": "qa-policy-compliance",
                    "tone": "qa-tone", "escalationTiming": "qa-escalation-timing"}
        for field, figure in criteria.items():
            if field in c.qa:
                self.add(c, c.label(), c.end, figure, c.qa[field], 1)
                self.add(c, c.label(), c.end, "resolution-quality", c.qa[field], 1)

    def ended(self, c):
        end, label, path, stands = c.end, c.label(), c.path, c.stands()
        rule = self.policy["categories"].get(c.category, self.policy["categories"][self.policy["default"]])

        def here(figure, n=1, d=0, value=None):
            self.add(c, label, end, figure, n, d, value)

        def began(figure, n, d):
            self.add(c, path, end, figure, n, d)

        settled = end + self.policy["durable"] <= self.horizon
        for figure, holds in (("resolved", stands), ("durable", stands and settled),
                              ("abandoned", c.ending == "abandoned"), ("returned", c.returned)):
            if holds:
                here(figure)
        here("resolution-rate", one(stands), 1)
        began("channel-resolution-rate", one(stands and label == path), 1)
        csat = c.survey.get("csat")
        missed = c.returned or (csat is not None and csat <= rule["csatFloor"]) or c.qa.get("shouldHaveEscalated") is True
        alone = label == "AUTOMATED" and not c.escalations
        if path == "AUTOMATED":
            self.add(c, "AUTOMATED", end, "containment", one(alone and not c.returned), 1)
            if c.ending == "abandoned" and alone:
                self.abandoned.add((end, c.category, c.segment))
            if c.ending == "resolved" and alone:
                self.add(c, "AUTOMATED", end, "deflection-accuracy", one(not c.taken_back and not missed), 1)
        if c.ending == "resolved":
            here("first-contact-resolution", one(stands and not c.taken_back and not c.follows), 1)
            here("reopen-rate", 0, 1)
            if label == "AUTOMATED":
                self.missed(c, end, missed)
                if c.by == "assistant":
                    here("automated-returns", one(c.returned), 1)
            if c.resolution:
                here("solved-by." + c.resolution, one(stands), 1)
        if stands:
            if label != "HUMAN":
                here("automated-turns", c.replies, 1)
            here("customer-turns", c.customer_turns, 1)
            here("time-to-resolution", (end - c.start) / 1000, 1, end - c.start)
            if c.by == "agent":
                here("agent-resolved")
        points = {"nps": lambda v: 100 * one(v > 8) - 100 * one(v < 7)}
        for figure in ("csat", "nps", "effort", "worked"):
            if figure in c.survey:
                here(figure, points.get(figure, int)(c.survey[figure]), 1)
        if c.escalations:
            self.add(c, path, c.start, "escalated-resolution-rate", one(stands), 1)
            here("immediate-escalation", one(c.tried <= 1), 1)
            if csat is not None:
                self.add(c, path, c.start, "escalated-csat", csat, 1)
        self.course(c, here, began, rule)

    def course(self, c, here, began, rule):
        label, end = c.label(), c.end
        clocks = [sum(b - a for a, b in spans) for spans in c.clocks]
        for figure, value in zip(("assistant-time", "queue-time", "human-time"), clocks):
            here(figure, value / 1000, 1)
        if self.calendar:
            for figure, spans in (("queue-time-open", c.clocks[1]), ("human-time-open", c.clocks[2])):
                here(figure, sum(self.calendar.open(a, b) for a, b in spans) / 1000, 1)
        if c.escalations and clocks[2] > 0 and label != "AUTOMATED":
            here("handle-time", clocks[2] / 1000, 1, clocks[2])
        if c.answers:
            here("first-response", c.answers[0] / 1000, 1, c.answers[0])
            here("response-time", sum(c.answers) / 1000, len(c.answers))
        if c.confidences:
            here("confidence", sum(c.confidences) / 10_000, len(c.confidences))
            for scaled in c.confidences:
                here("confidence-tenth.%d" % min(9, scaled // 1000))
        if c.returned or end + self.policy["durable"] <= self.horizon:
            self.calibrated(c, began)
        if c.replies:
            here("assistant-contacts")
            here("assistant-replies", c.replies)
        if label != "AUTOMATED":
            here("human-contacts")
        if c.agent_messages:
            here("draft-share", c.drafts, c.agent_messages)
        if c.kept + c.changed:
            here("draft-kept", c.kept, c.kept + c.changed)
        marked = [reason for reply, reason in c.corrections.items() if reply in c.seen]
        if label != "HUMAN":
            if c.replies:
                here("unhelpful", one(marked or c.survey.get("worked") is False), 1)
            for reason in marked:
                here("corrections." + reason)
        if c.categories:
            here("misclassification", one(c.categories[0] != c.categories[-1]), 1)
        if c.variant and label != "HUMAN":
            here("variant-success." + c.variant, one(c.stands() and label == "AUTOMATED"), 1)
        moved = {kind for kind, at in c.moves if end < at <= end + 90 * DAY}
        for kind in ("churned", "expanded", "renewed"):
            here(kind + "-after", one(kind in moved), 1)
        if rule["highStakes"] and label != "AUTOMATED":
            here("high-stakes-saved", one(moved & {"expanded", "renewed"} and "churned" not in moved), 1)
        first = next((i for i, e in enumerate(c.events) if e["type"].endswith("customer-message")), len(c.events))
        for part in ("page", "category", "language"):
            known = any(e["data"].get(part) for e in c.events[:first + 1])
            began("context-gap." + part, one(not known), 1)

    def calibrated(self, c, began):
        marked = any(reply in c.seen for reply in c.corrections)
        right = (c.stands() and c.label() == "AUTOMATED" and not c.escalations and not c.taken_back and not marked
                 and c.survey.get("worked") is not False)
        for scaled in c.sent:
            tenth = min(9, scaled // 1000)
            began("confidence-stated.%d" % tenth, scaled / 10_000, 1)
            began("confidence-right.%d" % tenth, one(right), 1)

    def derived(self):
        for key, row in self.rows.items():
            rule = self.policy["categories"].get(key[3], self.policy["categories"][self.policy["default"]])
            n = lambda figure: row[figure][0] if figure in row else 0
            costs = self.policy["costs"]
            cost = (costs["assistantConversation"] * n("assistant-contacts") + costs["assistantReply"] * n("assistant-replies")
                    + (costs["humanConversation"] + rule["costPerContact"]) * n("human-contacts")
                    + costs["humanMinute"] * n("human-time") / 60)
            if cost or n("resolved"):
                row["cost-per-resolution"] = [cost, n("resolved")]
            if key[0] != "AUTOMATED" and (n("agent-resolved") or n("human-time")):
                row["agent-productivity"] = [n("agent-resolved"), n("human-time") / 3600]
            stated = {f[-1]: v for f, v in row.items() if f.startswith("confidence-stated.")}
            if stated:
                off = sum(abs(v[0] - n("confidence-right." + tenth)) for tenth, v in stated.items())
                row["calibration-error"] = [off, sum(v[1] for v in stated.values())]
            self.scorecard(row)
            needed = row["escalation-recall"][1] if "escalation-recall" in row else 0
            for figure in row:
                if figure.startswith(("rule-recall.", "signal-recall.")):
                    row[figure][1] = needed


    def scorecard(self, row):
        """Good shares as they are, bad ones as what is left, points by their scale, times as an hour by an hour and the time."""
        score = {
            "csat": lambda v: (v - 1) / 4, "effort": lambda v: (7 - v) / 6, "reopen-rate": lambda v: 1 - v,
            "time-to-resolution": lambda v: 3600 / (3600 + v)}
        points = weights = 0
        for figure, weight in self.policy["scorecard"].items():
            n, d = row[figure] if figure in row else (0, 0)
            if d:
                points += weight * score.get(figure, lambda v: v)(n / d)
                weights += weight
        if weights:
            row["scorecard"] = [points, weights]


def compare(recount, got):
    equal, different = collections.Counter(), {}
    mine = {figure for row in recount.rows.values() for figure in row}

    def check(key, figure, right, told):
        if right:
            equal[figure] += 1
        else:
            different.setdefault(figure, []).append((key, told, got.get(key, {}).get(figure)))

    gave_up = collections.Counter()
    for end, category, segment in recount.abandoned:
        for grain, length in LENGTH.items():
            gave_up["AUTOMATED", grain, end // length * length, category, segment] += 1
    for key in set(got) | set(recount.rows):
        row, told = recount.rows.get(key, {}), got.get(key, {})
        for figure in set(row) | (set(told) & mine):
            # A rule or signal that had nothing to say is held against what needed a human all the same.
            silent = row.get("escalation-recall", (0, 0))[1] if "-recall." in figure else 0
            n, d = row.get(figure, (0, silent))
            found = told.get(figure)
            if found is None:
                check(key, figure, abs(n) < 1e-9 and d == 0, (n, d))
                continue
            # Whether somebody who gave up was frustrated is the router's to say.
            slack = gave_up[key] if figure == "containment" else 0
            count = found["unit"] in COUNTS
            wrong = found["numerator"] - n
            check(key, figure, -slack - 1e-6 < wrong < 1e-6 and (count or abs(d - found["denominator"]) < 1e-9), (n, d))
        for figure, values in recount.values.get(key, {}).items():
            values.sort()
            for quantile in (50, 90, 95, 99):
                name = "%s-p%d" % (figure, quantile)
                found = told.get(name)
                if found is not None and found["value"] is not None:
                    rank = max(1, math.ceil(quantile * len(values) / 100))
                    value = values[rank - 1] / 1000
                    near = abs(found["value"] - value) <= 0.01 * value + 1e-9
                    check(key, name, near and found["numerator"] == rank and found["denominator"] == len(values), value)
    return equal, different


def main(events, out, policy):
    with open(policy, encoding="utf-8") as file:
        policy = json.load(file)
    once = {}
    for event in read(events):
        once.setdefault((event["source"], event["id"]), event)
    for event in once.values():
        event["at"] = millis(event["time"])
    told = collections.defaultdict(list)
    for event in once.values():
        if event["type"].startswith("conversation."):
            told[event["subject"]].append(event)
    router = {"decisions": collections.defaultdict(list), "outcomes": collections.defaultdict(list)}
    for name, topic in (("decisions", "conversation.decisions"), ("outcomes", "conversation.outcomes")):
        for line in read(out + "/*" + topic + ".jsonl"):
            router[name][line["value"]["conversationId"]].append(line["value"])
    conversations = [Conversation(cid, sorted(es, key=lambda e: (e["at"], e["source"], e["id"])), router)
                     for cid, es in told.items() if router["decisions"][cid]]
    by_customer = collections.defaultdict(list)
    for c in conversations:
        by_customer[c.customer].append(c)
    for event in once.values():
        if event["type"] == "customer.profile-updated":
            stage = {"expanding": "expanded", "renewing": "renewed"}.get(event["data"].get("lifecycle"), event["data"].get("lifecycle"))
            for c in by_customer[event.get("partitionkey")]:
                c.moves.append((stage, event["at"]))
    for same in by_customer.values():
        for c in same:
            for later in same:
                if (later is not c and c.ending in ("resolved", "abandoned") and c.category == later.category != "unclassified"
                        and 0 < later.start - c.end < policy["durable"]):
                    c.returned = later.follows = True
    horizon = max(event["at"] for event in once.values()) + policy["settle"]
    recount = Recount(conversations, policy, horizon)
    recount.derived()
    got = {}
    for line in read(out + "/*metrics.*.jsonl"):
        v = line["value"]
        got[v["channel"], v["grain"], millis(v["window"]["start"]), v["category"], v["segment"]] = v["measures"]
    equal, different = compare(recount, got)
    shown = {figure for row in got.values() for figure in row}
    print("%d rows, %d of the recount; %d figures of %d kinds equal, %d differ" % (
        len(got), len(recount.rows), sum(equal.values()), len(equal), sum(map(len, different.values()))))
    print("not counted again:", ", ".join(sorted(shown - set(equal) - set(different))))
    for figure, cases in sorted(different.items()):
        print("DIFFERS %s in %d of %d rows, for example:" % (figure, len(cases), len(cases) + equal[figure]))
        for key, mine, theirs in cases[:3]:
            print("   ", key, "recount", mine, "router", theirs)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
