// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get } from './api.js';
import { moment } from './clock.js';
import { empty, h, mounted, show, table } from './dom.js';
import { on } from './live.js';

let view = null;

export function open(main, argument) {
  const word = h('input', { type: 'search', placeholder: 'conversation or customer id', 'aria-label': 'Conversation or customer id', value: argument ?? '' });
  const body = h('div', {});
  view = { word, body, all: [] };
  show(main, h('header', { class: 'page' }, h('h1', {}, 'Conversations'), h('p', { class: 'dim' }, 'What was decided last, handed over or not.')),
    h('div', { class: 'filters' }, word), body);
  word.addEventListener('input', draw);
  word.addEventListener('keydown', (event) => { if (event.key === 'Enter' && word.value) location.hash = '#/inbox/' + encodeURIComponent(word.value); });
  const load = async () => {
    const seen = await get('api/v1/conversations');
    if (!view || !mounted(body)) return;
    view.all = seen.conversations;
    draw();
  };
  const every = setInterval(() => load().catch(() => {}), 4000);
  const off = on('hello', () => load().catch(() => {}));
  load().catch((e) => show(body, empty('Not shown', e.message)));
  return () => { clearInterval(every); off(); view = null; };
}

export function turn(argument) {
  view.word.value = argument;
  draw();
}

function draw() {
  const word = view.word.value.trim().toLowerCase();
  const rows = view.all.filter((row) => !word || (row.conversationId + ' ' + row.customerId + ' ' + (row.category ?? '')).toLowerCase().includes(word));
  const focus = document.activeElement?.dataset?.id;
  show(view.body, rows.length ? h('div', { class: 'card wide' }, table('Conversations', ['last', 'conversation', 'customer', 'holds it', 'tier', 'category', 'why'], rows.map((row) => h('tr', {},
    h('td', {}, row.decidedAt ? moment(row.decidedAt) : ''),
    h('th', { scope: 'row', class: 'id', title: row.conversationId }, h('a', { 'data-id': row.conversationId, href: '#/inbox/' + encodeURIComponent(row.conversationId) }, row.conversationId)),
    h('td', { class: 'id', title: row.customerId }, h('a', { href: '#/customer/' + encodeURIComponent(row.customerId) }, row.customerId)), h('td', {}, row.owner && h('span', { class: 'tag owner-' + row.owner.toLowerCase() }, row.owner.toLowerCase().replaceAll('_', ' '))),
    h('td', {}, row.tier ?? ''), h('td', {}, row.category ?? ''), h('td', { class: 'dim' }, row.explanation ?? '', ' ', h('a', { href: '#/why/' + encodeURIComponent(row.conversationId) + '?customer=' + encodeURIComponent(row.customerId) }, 'why'))))))
    : empty('None here', word ? 'Press Enter to look for exactly this conversation.' : 'Nothing has been decided yet.'));
  if (focus) view.body.querySelector('[data-id="' + CSS.escape(focus) + '"]')?.focus();
}
