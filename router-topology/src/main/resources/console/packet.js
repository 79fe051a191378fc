// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get, post, Refused } from './api.js';
import { at, date, moment, now, span } from './clock.js';
import { ask } from './dialogs.js';
import { blank, h, mounted, show, table, toast } from './dom.js';
import { mood } from './inbox.js';
import { on } from './live.js';
import { ofPacket, transcript, turnsOf } from './transcript.js';

/** Shows one conversation and keeps it up to date; returns what closes it. */
export function openPacket(into, conversationId, me) {
  let current = null;
  let charts = [];
  const closed = new AbortController();
  const load = async () => {
    try {
      const seen = await get('api/v1/conversations/' + encodeURIComponent(conversationId), { signal: closed.signal });
      const before = current;
      current = seen;
      if (seen.packet) seen.since = await since(seen, closed.signal);
      if (!closed.signal.aborted) draw(before);
    } catch (e) {
      if (!closed.signal.aborted) show(into, blank(e.status === 404 ? 'Not here' : 'Not shown', e.message));
    }
  };
  const draw = (before) => {
    const focus = into.contains(document.activeElement) ? document.activeElement.dataset.action : undefined;
    const top = into.scrollTop;
    charts.forEach((chart) => chart.destroy());
    charts = [];
    show(into, page(current, act, charts));
    into.scrollTop = before ? top : 0;
    if (!before) into.focus({ preventScroll: true });
    else if (focus) (into.querySelector('[data-action="' + focus + '"]') ?? into).focus({ preventScroll: true });
  };
  const act = async (action, body = {}) => {
    try {
      await post('api/v1/escalations/' + encodeURIComponent(current.packet.escalationId) + '/' + action, { revision: current.revision, ...body });
      toast({ accept: 'Accepted: it is yours', resolve: 'Resolved', return: 'Back with the assistant', review: 'Verdict kept' }[action]);
    } catch (e) {
      toast(e instanceof Refused ? e.message : 'The router did not answer', 'bad');
      if (e.status === 409) load();
    }
  };
  const keys = (event) => {
    if (!current?.packet || !mounted(into) || event.ctrlKey || event.metaKey || event.altKey
      || event.target.closest('input, textarea, select, dialog[open]')) return;
    const button = into.querySelector('button[data-key="' + CSS.escape(event.key) + '"]');
    if (button && !button.disabled) {
      event.preventDefault();
      button.focus();
      button.click();
    }
  };
  const off = on('changes', (changes) => {
    if (changes.escalations.some((row) => row.conversationId === conversationId)) load();
  });
  document.addEventListener('keydown', keys);
  show(into, blank('Opening …', 'The packet is being read.'));
  if (me.role === 'viewer') show(into, blank('For agents', 'Packets hold what customers wrote. Your role, viewer, sees queues and figures.'));
  else load();
  return () => {
    closed.abort();
    off();
    document.removeEventListener('keydown', keys);
    charts.forEach((chart) => chart.destroy());
  };
}

/** What was said after the packet was written, from running state; nothing where that cannot be had at once. */
async function since(seen, signal) {
  try {
    const path = 'api/v1/state/conversations/' + encodeURIComponent(seen.conversationId) + '?customer=' + encodeURIComponent(seen.customerId);
    const known = new Set(seen.packet.transcript.map((turn) => turn.eventId));
    const last = seen.packet.transcript.at(-1)?.turn ?? 0;
    return turnsOf(await get(path, { patience: 0, signal })).filter((turn) => turn.turn > last && !known.has(turn.eventId));
  } catch {
    return [];
  }
}

function page(seen, act, charts) {
  const packet = seen.packet;
  if (!packet) return [h('h1', {}, seen.conversationId), back(), neverHandedOver(seen), decisions(seen)];
  return [
    h('header', { class: 'head m' + packet.mood.intensity }, mood(packet.mood), feelings(packet.mood),
      h('div', { class: 'ids' }, h('code', {}, packet.conversationId), h('a', { href: '#/customer/' + encodeURIComponent(packet.customerId), title: 'Journey of the customer' }, packet.customerId))),
    back(),
    h('p', { class: 'briefing' }, packet.summary),
    h('section', { class: 'step' }, h('h2', {}, 'Do this next'), h('p', {}, packet.suggestedStep)),
    actions(seen, act),
    h('section', {}, h('h2', {}, 'Told the customer'), h('blockquote', {}, packet.customerMessage)),
    attempts(packet),
    why(seen),
    conversation(seen, charts),
    h('div', { class: 'pair' }, customer(packet), history(packet)),
    similar(packet),
    revisions(seen),
    decisions(seen),
    footer(packet),
  ];
}

/** Where the packet takes all of the screen. */
const back = () => h('a', { class: 'back', href: '#/inbox' }, '‹ Inbox');

function feelings(of) {
  const trend = of.trend < -0.1 ? 'getting worse' : of.trend > 0.1 ? 'getting better' : 'steady';
  return h('div', { class: 'feelings' },
    h('h1', {}, of.label[0].toUpperCase() + of.label.slice(1), h('small', {}, ' ' + of.intensity + ' of 5, ' + trend)),
    h('p', { class: 'tags' }, h('span', { class: 'tag' }, of.urgency + ' urgency'), of.flags.map((flag) => h('span', { class: 'tag warn' }, flag.replaceAll('-', ' ')))));
}

function actions(seen, act) {
  const status = seen.status;
  const button = (action, key, label, enabled, run, kind = '') => h('button', {
    type: 'button', 'data-key': key, 'data-action': action, class: kind, disabled: !enabled, title: label + ' (' + key + ')', onclick: run,
  }, label, h('kbd', { 'aria-hidden': 'true' }, key));
  return h('div', { class: 'actions', role: 'group', 'aria-label': 'Actions' },
    h('span', { class: 'status ' + status }, status, seen.acceptedAt > 0 && status !== 'waiting' && ' after ' + span(seen.acceptedAt - Date.parse(seen.packet.escalatedAt))),
    // What is over can only be judged.
    (status === 'waiting' || status === 'accepted') && [
      button('accept', 'a', 'Accept', status === 'waiting', () => act('accept'), 'primary'),
      button('resolve', 'r', 'Resolve', status === 'accepted', () => resolve(act), status === 'accepted' ? 'primary' : ''),
      button('return', 'b', 'Back to assistant', true, () => act('return')),
    ],
    button('review', 'v', 'Verdict', true, () => verdict(act)));
}

async function resolve(act) {
  const code = h('input', { name: 'resolution', maxlength: 80, autofocus: true, placeholder: 'such as refund-issued' });
  const done = await ask('Resolve', h('form', { method: 'dialog' },
    h('label', {}, 'What solved it (a code; may stay empty)', code),
    h('div', { class: 'buttons' }, h('button', { class: 'primary', value: 'yes' }, 'Resolve'), h('button', { value: '', formnovalidate: true }, 'Cancel'))));
  if (done === 'yes') await act('resolve', code.value ? { resolution: code.value } : {});
}

async function verdict(act) {
  const form = h('form', { method: 'dialog' },
    h('fieldset', {}, h('legend', {}, 'Was this hand-over needed?'),
      [['needed', 'Needed'], ['not-needed', 'Not needed'], ['too-late', 'Too late']].map(([value, text], index) =>
        h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'verdict', value, checked: index === 0, autofocus: index === 0 }), text))),
    h('fieldset', {}, h('legend', {}, 'How much did the packet help? (5 = all I needed)'),
      [1, 2, 3, 4, 5].map((value) => h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'score', value }), value))),
    h('div', { class: 'buttons' }, h('button', { class: 'primary', value: 'yes' }, 'Send'), h('button', { value: '' }, 'Cancel')));
  const done = await ask('Verdict', form);
  const given = new FormData(form);
  if (done === 'yes') await act('review', { verdict: given.get('verdict'), ...(given.get('score') ? { contextScore: Number(given.get('score')) } : {}) });
}

function attempts(packet) {
  return h('section', {}, h('h2', {}, 'Already tried'),
    packet.attempts.length ? h('ol', { class: 'attempts' }, packet.attempts.map((attempt) => h('li', {},
      h('strong', {}, attempt.action), h('span', { class: 'tag ' + (attempt.outcome === 'not-solved' || attempt.outcome === 'repeated' ? 'warn' : '') }, attempt.outcome.replaceAll('-', ' ')),
      h('span', { class: 'dim' }, attempt.by.toLowerCase() + (attempt.confidence === null ? '' : ', confidence ' + attempt.confidence.toFixed(2))),
      h('p', {}, attempt.text)))) : h('p', { class: 'dim' }, 'Nothing was tried before the hand-over.'));
}

function why(seen) {
  const packet = seen.packet;
  const decision = seen.decisions.findLast((one) => one.escalate && one.episode === packet.episode);
  return h('section', {}, h('h2', {}, 'Why a human'), h('p', {}, packet.explanation),
    table('Reasons', ['signal', 'value', 'threshold', 'weight', 'turn'], packet.reasons.map((reason) => h('tr', {},
      h('th', { scope: 'row' }, reason.signal, reason.hard && [' ', h('span', { class: 'tag warn' }, 'by itself')], h('p', {}, reason.text)),
      h('td', {}, number(reason.value)), h('td', {}, number(reason.threshold)), h('td', {}, number(reason.weight)),
      h('td', {}, reason.events.slice(-3).map((event) => h('button', { type: 'button', class: 'jump', onclick: () => jump(event, reason.signal) }, 'see turn' + turnOf(packet, event))))))),
    decision && h('p', { class: 'dim' }, 'Score ' + number(decision.score) + ' of ' + number(decision.threshold) + ', ' + aligned(decision) + ', rule ', h('code', {}, decision.rule), '. ', decision.flip && flip(decision.flip)),
    h('p', {}, stepByStep(seen)));
}

/** How many signals speak together, and how many must. */
export const aligned = (of) => of.aligned + (of.aligned === 1 ? ' signal' : ' signals') + ' aligned, ' + of.required + ' needed';

const number = (value) => Number.isInteger(value) ? String(value) : value.toFixed(2);

const flip = (of) => 'It would have stayed with the assistant had ' + ({
  'signal-removed': 'the signal ' + of.subject + ' not been there',
  'signal-added': 'there been no ' + of.subject,
  threshold: of.subject + ' been ' + number(of.to) + ' instead of ' + number(of.from),
}[of.kind] ?? of.subject + ' been otherwise') + '.';

const turnOf = (packet, event) => {
  const turn = packet.transcript.find((one) => one.eventId === event)?.turn;
  return turn ? ' ' + turn : '';
};

/** Goes to a turn and opens what the signal was read from. */
function jump(event, signal) {
  const turn = document.querySelector('[data-event="' + CSS.escape(event) + '"]');
  for (const details of turn?.querySelectorAll('details') ?? []) details.open = details.querySelector('summary').textContent === signal.replaceAll('-', ' ');
  turn?.scrollIntoView({ block: 'center' });
  turn?.focus({ preventScroll: true });
}

const conversation = (seen, charts) => h('section', {}, h('h2', {}, 'The conversation'), transcript(ofPacket(seen), charts));

function customer(packet) {
  const card = packet.customer;
  const money = card.annualValue === null ? null : Math.round(card.annualValue).toLocaleString() + ' ' + (card.currency ?? '') + ' a year';
  return h('section', {}, h('h2', {}, 'Customer'), facts([
    ['customer', card.customerId], ['segment', card.segment], ['plan', card.plan], ['worth', money], ['stage', card.lifecycle],
    ['since', card.customerSince && date(card.customerSince)], ['renewal', card.renewalOn && date(card.renewalOn)],
    ['health', card.health === null ? null : card.health + ' of 100'], ['usage', card.usageChange === null ? null : (card.usageChange * 100).toFixed(0) + ' %'],
    ['at risk', card.atRisk ? 'yes' : null], ['billing dispute', card.openBillingDispute ? 'open' : null], ['prefers', card.prefersHuman ? 'people' : null],
    ['contact', card.dedicatedContact], ['page', card.page], ['language', packet.language]]),
  card.anomalies.length > 0 && h('ul', { class: 'anomalies' }, card.anomalies.map((text) => h('li', {}, text))));
}

function history(packet) {
  const past = packet.history;
  return h('section', {}, h('h2', {}, 'History'), facts([
    ['contacts, 7 days', past.contacts7d], ['same category', past.sameCategory7d], ['hand-overs, 6 months', past.escalations6m]]),
  h('ul', { class: 'past' }, (past.contacts ?? []).slice(-8).reverse().map((contact) =>
    h('li', {}, h('span', { class: 'dim' }, date(contact.startedAt)), ' ', contact.category ?? 'unclassified', ' ', h('span', { class: 'tag' }, contact.outcome), contact.escalated && h('span', { class: 'tag warn' }, 'handed over')))));
}

const facts = (pairs) => h('dl', { class: 'facts' }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
  .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));

function similar(packet) {
  if (!packet.similarCases.length) return null;
  return h('section', {}, h('h2', {}, 'Solved like this before'), h('ul', { class: 'past' }, packet.similarCases.map((one) =>
    h('li', {}, h('strong', {}, one.resolution), ' ', h('span', { class: 'dim' }, 'held in ' + one.held + ' of ' + one.tried + ' cases (' + Math.round(one.low * 100) + '–' + Math.round(one.high * 100) + ' %), '
      + (one.similarity === 1 ? 'same segment' : 'other segments'))))));
}

/** What each revision of the packet changed; a single one needs no list. */
function revisions(seen) {
  const all = (seen.revisions ?? []).filter((one) => one.episode === seen.packet.episode);
  if (all.length < 2) return null;
  const said = (one, before) => [!before && 'first written', one.why && one.why.replaceAll('-', ' '),
    before && one.queue !== before.queue && 'moved from ' + before.queue + ' to ' + one.queue, before && one.priority !== before.priority && 'priority ' + before.priority + ' → ' + one.priority,
    before && one.dueAt !== before.dueAt && (one.dueAt ? 'due ' + at(one.dueAt) : 'no longer due'),
    before && one.completeness !== before.completeness && 'completeness ' + Math.round(before.completeness * 100) + ' → ' + Math.round(one.completeness * 100) + ' %'].filter(Boolean).join(', ');
  return h('section', {}, h('h2', {}, 'Revisions of this packet'), h('ol', { class: 'log' }, all.map((one, index) =>
    h('li', {}, h('time', {}, at(one.at)), h('span', { class: 'tag' }, 'revision ' + one.revision), h('p', {}, said(one, all[index - 1]))))));
}

function decisions(seen) {
  return h('section', {}, h('h2', {}, 'Decisions'), h('ol', { class: 'log' }, seen.decisions.map((one) => h('li', {},
    h('time', {}, moment(one.decidedAt)), h('span', { class: 'tag owner-' + one.owner.toLowerCase() }, one.owner.toLowerCase().replaceAll('_', ' ')),
    h('p', {}, one.explanation, one.triggeredBy.startsWith('timer:') && h('span', { class: 'dim' }, ' (' + one.triggeredBy + ')')))),
  seen.outcome && h('li', {}, h('time', {}, seen.outcome.endedAt ? moment(seen.outcome.endedAt) : ''), h('span', { class: 'tag' }, seen.outcome.state.toLowerCase()),
    h('p', {}, 'Outcome: ' + seen.outcome.outcome + ', counted as ' + seen.outcome.channel.toLowerCase() + ' work'
      + (seen.outcome.csat ? ', rated ' + seen.outcome.csat + ' of 5' : '') + '.'))));
}

function neverHandedOver(seen) {
  const last = seen.decisions.at(-1);
  return h('section', {}, h('h2', {}, 'Why this was not handed over'), h('p', {}, last ? last.explanation : 'Nothing has been decided about it lately.'),
    last && h('p', { class: 'dim' }, 'Score ' + number(last.score) + ' of ' + number(last.threshold) + ', ' + aligned(last) + ' at that moment.'),
    h('p', {}, stepByStep(seen), ' · ', h('a', { href: '#/customer/' + encodeURIComponent(seen.customerId) }, 'journey of ' + seen.customerId)));
}

const stepByStep = (seen) => h('a', { href: '#/why/' + encodeURIComponent(seen.conversationId) + '?customer=' + encodeURIComponent(seen.customerId) }, 'Why, step by step');

function footer(packet) {
  const missing = packet.completeness.missing;
  return h('p', { class: 'dim foot' }, 'Packet ' + Math.round(packet.completeness.score * 100) + ' % complete' + (missing.length ? ', missing ' + missing.join(', ') : '')
    + ' · handed over at ' + moment(packet.escalatedAt) + ' (' + span(now() - Date.parse(packet.escalatedAt)) + ' ago) · policy ' + packet.policyVersion + ' ', h('code', {}, packet.policyHash.slice(0, 10)));
}
