// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get, isSignedIn, onSignIn, signIn } from './api.js';
import { at, now, speed, sync } from './clock.js';
import { blank, h, s, show } from './dom.js';
import * as alerts from './alerts.js';
import * as customer from './customer.js';
import * as figures from './figures.js';
import * as inboxView from './inbox.js';
import * as policy from './policy.js';
import * as search from './search.js';
import * as topology from './topology.js';
import * as why from './why.js';
import { listen, on } from './live.js';
import { inbox, isOpen, load, watch } from './store.js';
import { askToSignIn, showKeys } from './dialogs.js';

const VIEWS = [
  { id: 'inbox', title: 'Inbox', icon: 'M3 13h5l2 3h4l2-3h5M5 5h14l2 8v6H3v-6z', view: inboxView },
  { id: 'automated', title: 'Automated health', icon: 'M4 19V9m5 10V5m5 14v-7m5 7V8', view: figures.dashboard('automated') },
  { id: 'human', title: 'Human health', icon: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 8c0-4 3-6 7-6s7 2 7 6', view: figures.dashboard('human') },
  { id: 'conversations', title: 'Conversations', icon: 'M4 5h16v11H9l-5 4z', view: search },
  { id: 'alerts', title: 'Alerts', icon: 'M12 4a6 6 0 0 0-6 6v4l-2 3h16l-2-3v-4a6 6 0 0 0-6-6zm-2 16h4', view: alerts },
  { id: 'policy', title: 'Policy', icon: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7M9 8h3', view: policy },
  { id: 'topology', title: 'Topology', icon: 'M12 3v4m0 4v3m0 3v4M8 7h8v4H8zM8 14h8v3H8z', view: topology },
];

// Reached by links, not from the list of views.
const LINKED = [{ id: 'why', title: 'Why', view: why, under: 'conversations' }, { id: 'customer', title: 'Customer', view: customer, under: 'conversations' }];

let leave = () => {};
let shown = '';
const state = h('span', { class: 'state away', role: 'status' }, 'connecting');
const clock = h('span', { class: 'clock', title: "The router's clock" });
const me = { name: '', role: 'viewer', note: '' };

function go() {
  const [, id = 'inbox', ...rest] = location.hash.split('/');
  const wanted = [...VIEWS, ...LINKED].find((view) => view.id === id) ?? VIEWS[0];
  const argument = rest.map(decodeURIComponent).join('/');
  for (const link of document.querySelectorAll('#nav a')) {
    const current = link.hash === '#/' + (wanted.under ?? wanted.id);
    link.toggleAttribute('aria-current', current);
    if (current) link.setAttribute('aria-current', 'page');
  }
  document.title = wanted.title + ' – Baton';
  if (shown === wanted.id && wanted.view.turn) {
    wanted.view.turn(argument);
    return;
  }
  leave();
  shown = wanted.id;
  const main = document.getElementById('main');
  show(main);
  main.className = 'view-' + wanted.id;
  leave = wanted.view.open(main, argument, me) ?? (() => {});
}

function bar() {
  show(document.getElementById('bar'),
    h('a', { class: 'brand', href: '#/inbox', 'aria-label': 'Baton, inbox' }, h('img', { src: 'mark.svg', alt: '', width: 24, height: 24 }), h('span', {}, 'Baton')),
    h('p', { class: 'note', id: 'note' }, me.note),
    h('div', { class: 'right' }, state, clock,
      h('button', { class: 'quiet', type: 'button', onclick: showKeys, title: 'Keyboard (?)' }, '?'),
      isSignedIn() && h('button', { class: 'quiet', type: 'button', onclick: () => { signIn(null); location.reload(); } }, 'Sign out ' + me.name)));
}

function nav() {
  show(document.getElementById('nav'), VIEWS.map((view, index) =>
    h('a', { href: '#/' + view.id, title: view.title + ' (' + (index + 1) + ')' },
      s('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, s('path', { d: view.icon })),
      h('span', {}, view.title),
      view.id === 'inbox' && h('span', { class: 'count', id: 'open-count', hidden: true }))));
}

function count() {
  const waiting = [...inbox.rows.values()].filter((row) => row.status === 'waiting').length;
  const badge = document.getElementById('open-count');
  if (!badge) return;
  badge.hidden = waiting === 0;
  show(badge, waiting, h('span', { class: 'sr' }, ' waiting'));
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, dialog[open]')) return;
  if (event.key === '?') showKeys();
  else if (event.key >= '1' && event.key <= String(VIEWS.length)) location.hash = '#/' + VIEWS[event.key - 1].id;
  else return;
  event.preventDefault();
}

on('state', (connected) => {
  state.className = 'state ' + (connected ? 'here' : 'away');
  show(state, connected ? 'live' : 'reconnecting');
});
/** Reads the inbox, however often that takes. */
const reload = () => load().catch(() => setTimeout(reload, 2000));

on('hello', ({ again }) => { if (again) reload(); });
watch(count);

async function begin() {
  onSignIn(askToSignIn);
  bar();
  nav();
  const main = document.getElementById('main');
  show(main, blank('Opening …', 'The router is being asked who you are.'));
  try {
    Object.assign(me, await get('api/v1/me'));
  } catch (e) {
    show(main, blank(e.status === 403 ? 'Not for you' : 'Not shown', e.message),
      h('p', { class: 'buttons' }, h('button', { class: 'primary', type: 'button', onclick: () => { signIn(null); location.reload(); } }, isSignedIn() ? 'Sign in as somebody else' : 'Try again')));
    return;
  }
  sync(me.now);
  bar();
  addEventListener('hashchange', go);
  addEventListener('keydown', keys);
  setInterval(() => show(clock, at(now()), speed() > 1.5 && h('span', {}, ' ×' + Math.round(speed()))), 1000);
  go();
  listen();
  reload();
}

begin();
export { isOpen };
