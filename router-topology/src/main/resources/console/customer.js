// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get } from './api.js';
import { at, date, now, span } from './clock.js';
import { empty, h, mounted, s, show, table } from './dom.js';

const DAY = 86400000;

/** The journey of one customer: who it is, contacts on a line of time, product signals, and the conversations that are kept. */
export function open(main, customer, me) {
  const body = h('div', { class: 'figures' });
  show(main, h('header', { class: 'page' }, h('h1', {}, customer), h('p', { class: 'dim' }, 'The journey of a customer, from running state.')), body);
  if (me.role === 'viewer') return void show(body, empty('For agents', 'This holds what is known of customers. Your role, viewer, sees queues and figures.'));
  let drawn = null;
  const paint = () => { if (drawn && mounted(body)) draw(body, drawn); };
  const load = async () => { drawn = await get('api/v1/state/customers/' + encodeURIComponent(customer)); paint(); };
  show(body, empty('Reading …', 'The journey is asked for where it is kept.'));
  load().catch((e) => show(body, empty(e.status === 404 ? 'Nothing is kept' : 'Not shown', e.message)));
  const every = setInterval(() => load().catch(() => {}), 10000);
  addEventListener('resize', paint);
  return () => { clearInterval(every); removeEventListener('resize', paint); };
}

function draw(body, seen) {
  const journey = seen.journey ?? { contacts: [], signals: [], outreach: [] };
  const contacts = journey.contacts.slice().sort((a, b) => a.startedAt - b.startedAt);
  show(body,
    h('section', { class: 'card wide' }, h('h2', {}, 'Contacts and product signals'), timeline(contacts, journey.signals, Math.max(240, body.clientWidth - 40))),
    h('div', { class: 'pair' }, profile(journey.profile), signals(journey)),
    h('section', { class: 'card wide' }, h('h2', {}, 'Contacts'), contacts.length === 0 ? h('p', { class: 'dim' }, 'None is kept.')
      : table('Contacts', ['began', 'conversation', 'category', 'outcome', 'handed over', 'CSAT'], contacts.slice().reverse().map((one) => h('tr', {},
        h('td', {}, date(one.startedAt) + ', ' + at(one.startedAt)),
        h('th', { scope: 'row' }, h('a', { href: why(one.conversationId, seen.customerId) }, one.conversationId), one.followsUp && [' ', h('span', { class: 'tag warn' }, 'came back')]),
        h('td', {}, one.category ?? 'unclassified'), h('td', {}, h('span', { class: 'tag' }, one.open ? 'open' : one.outcome)),
        h('td', {}, one.escalatedAt.length === 0 ? '' : one.escalatedAt.map((when) => at(when)).join(', ')), h('td', {}, one.csat ?? ''))))),
    h('section', { class: 'card wide' }, h('h2', {}, 'Conversations kept'), seen.conversations.length === 0 ? h('p', { class: 'dim' }, 'None.')
      : table('Conversations kept', ['began', 'conversation', 'holds it', 'tier', 'category', 'last'], seen.conversations.map((one) => h('tr', {},
        h('td', {}, at(one.startedAt)), h('th', { scope: 'row' }, h('a', { href: why(one.conversationId, seen.customerId) }, one.conversationId)),
        h('td', {}, h('span', { class: 'tag owner-' + one.owner.toLowerCase() }, one.owner.toLowerCase().replaceAll('_', ' '))), h('td', {}, one.tier), h('td', {}, one.category ?? ''), h('td', {}, at(one.lastAt)))))));
}

const why = (conversation, customer) => '#/why/' + encodeURIComponent(conversation) + '?customer=' + encodeURIComponent(customer);

function profile(known) {
  if (!known) return h('section', { class: 'card' }, h('h2', {}, 'Profile'), h('p', { class: 'dim' }, 'No profile has come for this customer.'));
  const money = known.annualValue === null ? null : Math.round(known.annualValue).toLocaleString() + ' ' + (known.currency ?? '') + ' a year';
  const rows = [['account', known.accountId], ['plan', known.plan], ['worth', money], ['stage', known.lifecycle], ['since', known.customerSince && date(known.customerSince)], ['renewal', known.renewalOn && date(known.renewalOn)],
    ['health', known.health === null ? null : known.health + ' of 100'], ['at risk', known.atRisk ? 'yes' : null], ['billing dispute', known.openBillingDispute ? 'open' : null], ['prefers', known.prefersHuman ? 'people' : null], ['contact', known.dedicatedContact], ['locale', known.locale]];
  return h('section', { class: 'card' }, h('h2', {}, 'Profile'), h('dl', { class: 'facts' }, rows.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))));
}

const kind = (signal) => String(signal.kind ?? signal.type ?? 'signal').toLowerCase().replaceAll('_', ' ');

function signals(journey) {
  return h('section', { class: 'card' }, h('h2', {}, 'Product signals'), journey.signals.length === 0 ? h('p', { class: 'dim' }, 'None of the last days.')
    : h('ul', { class: 'past' }, journey.signals.map((one) => h('li', {}, h('span', { class: 'dim' }, date(one.time)), ' ', h('strong', {}, kind(one)), ' ', one.subject ?? one.feature ?? '', one.detail && h('p', { class: 'dim' }, one.detail)))),
  (journey.outreach ?? []).length > 0 && h('p', { class: 'dim' }, journey.outreach.length + ' contact' + (journey.outreach.length === 1 ? '' : 's') + ' proposed to make'));
}

/** Contacts above the line of time, product signals below it. */
function timeline(contacts, signalsSeen, width) {
  const times = [...contacts.map((one) => one.startedAt), ...signalsSeen.map((one) => Date.parse(one.time))];
  if (!times.length) return h('p', { class: 'dim' }, 'Nothing has happened yet.');
  const from = Math.min(...times, now() - DAY);
  const x = (when) => 12 + (when - from) / Math.max(1, now() - from) * (width - 24);
  return s('svg', { class: 'journey', width, height: 92, viewBox: '0 0 ' + width + ' 92', role: 'img', 'aria-label': contacts.length + ' contacts and ' + signalsSeen.length + ' product signals over ' + span(now() - from) + '; the tables below have the same' },
    s('line', { x1: 12, x2: width - 12, y1: 46, y2: 46 }),
    contacts.map((one) => s('g', { class: 'contact' + (one.escalatedAt.length ? ' escalated' : '') + (one.followsUp ? ' again' : '') },
      s('title', {}, (one.category ?? 'unclassified') + ', ' + (one.open ? 'open' : one.outcome) + ', ' + date(one.startedAt) + ' ' + at(one.startedAt)),
      s('line', { x1: x(one.startedAt), x2: x(one.startedAt), y1: 46, y2: 26 }), s('circle', { cx: x(one.startedAt), cy: 20, r: 7 }))),
    signalsSeen.map((one) => s('g', { class: 'signal' }, s('title', {}, kind(one) + ', ' + date(one.time)), s('path', { d: 'M' + x(Date.parse(one.time)) + ' 52 l6 11 h-12z' }))),
    s('text', { x: 12, y: 86 }, date(from)), s('text', { x: width - 12, y: 86, 'text-anchor': 'end' }, 'now'));
}
