// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { at, now, span } from './clock.js';
import { blank, empty, h, mounted, s, show } from './dom.js';
import { openPacket } from './packet.js';
import { inbox, isOpen, watch } from './store.js';

const ROW = 92;
const ORDERS = {
  // Whoever has an agent already can wait for those who have none.
  urgency: (a, b) => (a.status === 'accepted') - (b.status === 'accepted') || a.priority - b.priority || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.escalatedAt - b.escalatedAt,
  mood: (a, b) => b.mood.intensity - a.mood.intensity || a.escalatedAt - b.escalatedAt,
  newest: (a, b) => b.escalatedAt - a.escalatedAt,
};
const filter = { queue: '', status: 'open', order: 'urgency' };
let view = null;

export function open(main, argument, me) {
  const list = h('ol', { class: 'rows', 'aria-label': 'Escalations' });
  const scroller = h('div', { class: 'scroller' }, list);
  const filters = h('div', { class: 'filters' });
  const packet = h('section', { class: 'packet', 'aria-label': 'Packet', tabindex: '-1' });
  view = { list, scroller, filters, packet, me, rows: [], chosen: '', close: () => {} };
  show(main, h('section', { class: 'inbox', 'aria-label': 'Inbox' }, h('h1', {}, 'Inbox'), filters, scroller), packet);
  scroller.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
  const resized = new ResizeObserver(() => draw());
  resized.observe(scroller);
  const unwatch = watch(refresh);
  const tick = setInterval(draw, 1000);
  document.addEventListener('keydown', keys);
  refresh(null);
  turn(argument);
  return () => {
    unwatch();
    clearInterval(tick);
    resized.disconnect();
    document.removeEventListener('keydown', keys);
    view.close();
    view = null;
  };
}

/** Another packet, or none, without leaving the list. */
export function turn(conversationId) {
  view.close();
  view.close = () => {};
  view.chosen = conversationId;
  document.getElementById('main').classList.toggle('with-packet', Boolean(conversationId));
  if (conversationId) {
    view.close = openPacket(view.packet, conversationId, view.me);
    view.packet.scrollTop = 0;
  } else {
    show(view.packet, blank('Nothing opened', 'Choose an escalation to see its packet: mood first, then what to do next.'));
  }
  draw();
}

function refresh() {
  if (!view) return;
  const all = [...inbox.rows.values()];
  const wanted = filter.status === 'open' ? all.filter(isOpen) : all.filter((row) => row.status === filter.status);
  view.rows = wanted.filter((row) => !filter.queue || row.queue === filter.queue).sort(ORDERS[filter.order]);
  filters(all);
  draw();
}

function filters(all) {
  if (view.filters.contains(document.activeElement) && document.activeElement.tagName === 'SELECT') return;
  const open = all.filter(isOpen);
  const focus = document.activeElement?.dataset?.queue;
  const chip = (queue, label, count) => h('button', {
    type: 'button', class: 'chip', 'data-queue': queue, 'aria-pressed': String(filter.queue === queue),
    onclick: () => { filter.queue = queue; refresh(); },
  }, label, h('span', { class: 'count' }, count));
  const select = (name, label, options) => h('label', {}, h('span', { class: 'sr' }, label),
    h('select', { onchange: (event) => { filter[name] = event.target.value; event.target.blur(); refresh(); } },
      options.map(([value, text]) => h('option', { value, selected: filter[name] === value }, text))));
  show(view.filters,
    h('div', { class: 'chips', role: 'group', 'aria-label': 'Queue' }, chip('', 'All', open.length),
      inbox.queues.map((queue) => chip(queue, queue, open.filter((row) => row.queue === queue).length))),
    select('status', 'Status', [['open', 'Open'], ['waiting', 'Waiting'], ['accepted', 'Accepted'], ['resolved', 'Resolved'], ['returned', 'Returned'], ['closed', 'Closed']]),
    select('order', 'Order', [['urgency', 'Most urgent first'], ['mood', 'Strongest mood first'], ['newest', 'Newest first']]));
  if (focus !== undefined) view.filters.querySelector('[data-queue="' + CSS.escape(focus) + '"]')?.focus();
}

/** Only the rows that can be seen are in the document. */
function draw() {
  if (!view || !mounted(view.scroller)) return;
  const { list, scroller, rows } = view;
  if (!rows.length) {
    list.style.height = 'auto';
    show(list, h('li', { class: 'none' }, inbox.loaded
      ? empty(filter.status === 'open' ? 'Nobody is waiting' : 'None', 'Escalations appear here the moment the router hands a conversation over.')
      : empty('Reading …', 'What was handed over lately is being read from the topics.')));
    return;
  }
  const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - 4);
  const last = Math.min(rows.length, first + Math.ceil(scroller.clientHeight / ROW) + 8);
  const focused = document.activeElement?.closest?.('.rows li')?.dataset.id;
  list.style.height = rows.length * ROW + 'px';
  const known = new Map([...list.children].map((item) => [item.dataset.id, item]));
  const items = [];
  for (let index = first; index < last; index++) {
    const row = rows[index];
    const stamp = [row.revision, row.mood.label, row.goal, row.conversationId === view.chosen].join('|');
    let item = known.get(row.conversationId);
    if (!item || item.dataset.stamp !== stamp) item = line(row, stamp);
    item.style.top = index * ROW + 'px';
    item.setAttribute('aria-posinset', index + 1);
    item.setAttribute('aria-setsize', rows.length);
    times(item, row);
    items.push(item);
  }
  if (items.length !== list.children.length || items.some((item, index) => list.children[index] !== item)) {
    show(list, items);
    if (focused) list.querySelector('li[data-id="' + CSS.escape(focused) + '"] a')?.focus({ preventScroll: true });
  }
}

function line(row, stamp) {
  const current = row.conversationId === view.chosen;
  return h('li', { 'data-id': row.conversationId, 'data-stamp': stamp, class: row.status },
    h('a', { href: '#/inbox/' + encodeURIComponent(row.conversationId), 'aria-current': current && 'true' },
      mood(row.mood),
      h('span', { class: 'what' },
        h('strong', {}, row.goal || (row.category ?? 'unclassified')),
        h('span', { class: 'why' }, row.reasons.map((reason) => reason.text || reason.signal).join(' · ')),
        h('span', { class: 'tags' }, h('span', { class: 'tag p' + row.priority }, 'P' + row.priority), h('span', { class: 'tag' }, row.queue),
          h('span', { class: 'dim' }, [row.category, row.segment, row.channel].filter(Boolean).join(' · ')))),
      h('span', { class: 'when' }, h('span', { class: 'age' }), h('span', { class: 'due' }), h('span', { class: 'target', 'aria-hidden': 'true' }))));
}

function times(item, row) {
  const age = item.querySelector('.age');
  const due = item.querySelector('.due');
  const target = item.querySelector('.target');
  if (row.status === 'waiting') {
    put(age, span(now() - row.escalatedAt));
    const left = row.dueAt ? row.dueAt - now() : null;
    put(due, left === null ? 'no target' : left < 0 ? span(left) + ' over' : span(left) + ' left');
    const share = left === null ? 0 : Math.min(1, (now() - row.escalatedAt) / Math.max(1, row.dueAt - row.escalatedAt));
    item.classList.toggle('over', left !== null && left < 0);
    item.classList.toggle('near', left !== null && left >= 0 && share > 0.7);
    target.style.setProperty('--share', share);
  } else {
    put(age, row.status);
    put(due, row.acceptedAt ? 'after ' + span(row.acceptedAt - row.escalatedAt) : at(row.escalatedAt));
    target.style.setProperty('--share', 0);
  }
}

const put = (element, text) => { if (element.textContent !== text) element.textContent = text; };

/** How the customer feels, at a glance: five steps, filled as far as the mood goes. */
export function mood(of) {
  return h('span', { class: 'mood m' + of.intensity, title: of.label + ', ' + of.intensity + ' of 5' },
    s('svg', { viewBox: '0 0 40 40', 'aria-hidden': 'true' }, [0, 1, 2, 3, 4].map((step) =>
      s('path', { d: arc(step), class: step < of.intensity ? 'on' : 'off' }))),
    h('span', { class: 'label' }, of.label));
}

function arc(step) {
  const from = (-90 + step * 72 + 5) * Math.PI / 180;
  const to = (-90 + (step + 1) * 72 - 5) * Math.PI / 180;
  const point = (angle) => (20 + 15 * Math.cos(angle)).toFixed(2) + ' ' + (20 + 15 * Math.sin(angle)).toFixed(2);
  return 'M' + point(from) + ' A15 15 0 0 1 ' + point(to);
}

function keys(event) {
  if (!view || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, dialog[open]')) return;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  const inList = view.scroller.contains(document.activeElement) || document.activeElement === document.body;
  if (step && (inList || event.key.length === 1)) move(step);
  else if (event.key === 'Escape' && view.chosen) {
    const chosen = view.chosen;
    location.hash = '#/inbox';
    setTimeout(() => focus(view.rows.findIndex((row) => row.conversationId === chosen)), 50);
  } else return;
  event.preventDefault();
}

function move(step) {
  const focused = document.activeElement?.closest?.('.rows li')?.dataset.id ?? view.chosen;
  const index = view.rows.findIndex((row) => row.conversationId === focused);
  focus(index < 0 ? 0 : Math.min(view.rows.length - 1, Math.max(0, index + step)));
}

function focus(index) {
  if (!view || index < 0 || !view.rows[index]) return;
  const top = index * ROW;
  const { scroller } = view;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  if (top + ROW > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + ROW - scroller.clientHeight;
  draw();
  view.list.querySelector('li[data-id="' + CSS.escape(view.rows[index].conversationId) + '"] a')?.focus({ preventScroll: true });
}
