// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get } from './api.js';
import { empty, h, mounted, s, show, table } from './dom.js';

const EVERY = 2000;
const WIDE = 860;
const PITCH = 22;
// What a chapter is measured by: a counter of its own, or what it has written.
const MEASURED = {
  1: ['events accepted', (chapter) => chapter.counts['event.accepted']],
  2: ['events', (chapter, first) => first.counts['event.accepted'] - chapter.counts['event.duplicate']],
  3: ['events', (chapter, first, second) => first.counts['event.accepted'] - second.counts['event.duplicate']],
  4: ['decisions', (chapter) => written(chapter, 'conversation.decisions')],
  5: ['packets', (chapter) => chapter.counts['escalation.decided']],
  6: ['into queues', (chapter) => written(chapter, 'escalations.')],
  7: ['outcomes', (chapter) => written(chapter, 'conversation.outcomes')],
};

const written = (chapter, name) => chapter.writes.filter((one) => short(one.topic).startsWith(name)).reduce((sum, one) => sum + one.records, 0);
const between = (topic) => topic.endsWith('-repartition');
/** A topic without the prefix that all of an installation's topics have. */
const short = (topic) => between(topic) ? topic.replace(/-repartition$/, '').replace(/^[a-z]+-(?=misplaced|metric|watched|incident|text)/, '') : topic.replace(/^[^.]+\./, '');

let chosen = 0;

export function open(main, argument) {
  chosen = Number(argument) || 0;
  const strip = h('div', { class: 'strip' });
  const picture = h('div', { class: 'topology' });
  const details = h('div', { class: 'figures' });
  show(main, h('header', { class: 'page' }, h('h1', {}, 'Topology'), h('p', { class: 'dim' }, 'The seven chapters as they run on this instance. Rates are those of the last seconds; choose a chapter for its nodes and stores.')), strip, picture, details);
  const samples = [];
  let failed = false;
  const paint = () => {
    if (!samples.length || !mounted(picture)) return;
    const model = measure(samples);
    show(strip, numbers(model));
    const focus = document.activeElement?.dataset?.chapter;
    show(picture, drawing(model, picture.clientWidth));
    if (focus) picture.querySelector('[data-chapter="' + focus + '"]')?.focus();
    show(details, chosen ? one(model.chapters[chosen - 1]) : figures(model));
  };
  const load = async () => {
    try {
      const seen = await get('api/v1/topology');
      // After a restart counts begin anew; a rate over that moment would be nonsense.
      if (samples.length && seen.takenAt < samples.at(-1).takenAt) samples.length = 0;
      samples.push(seen);
      if (samples.length > 6) samples.shift();
      failed = false;
      paint();
    } catch (e) {
      if (!failed && !samples.length) show(picture, empty('Not shown', e.message));
      failed = true;
    }
  };
  view = { paint };
  const every = setInterval(load, EVERY);
  const resized = new ResizeObserver(paint);
  resized.observe(picture);
  load();
  return () => { clearInterval(every); resized.disconnect(); view = null; };
}

let view = null;

export function turn(argument) {
  chosen = Number(argument) === chosen ? 0 : Number(argument) || 0;
  view?.paint();
}

/** Totals and rates, from the answers of the last seconds. */
function measure(samples) {
  const last = samples.at(-1);
  const first = samples[0];
  const seconds = (last.takenAt - first.takenAt) / 1000;
  const rate = (now, then) => seconds > 0 ? Math.max(0, now - (then ?? 0)) / seconds : null;
  const moved = (list, before) => list.map((one) => ({ ...one, name: short(one.topic), rate: rate(one.records, before.find((old) => old.topic === one.topic)?.records) }));
  const chapters = last.chapters.map((chapter, index) => {
    const old = first.chapters[index];
    const [unit, count] = MEASURED[chapter.number];
    const total = count(chapter, last.chapters[0], last.chapters[1]);
    return { ...chapter, unit, total, rate: rate(total, count(old, first.chapters[0], first.chapters[1])), reads: moved(chapter.reads, old.reads), writes: moved(chapter.writes, old.writes) };
  });
  return { ...last, chapters };
}

const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

const perSecond = (rate) => rate === null ? '…' : (rate >= 10 || rate === 0 ? plain.format(rate) : rate.toFixed(1)) + '/s';

function bytes(count) {
  if (count < 1000) return count + ' B';
  if (count < 1e6) return (count / 1e3).toFixed(count < 1e4 ? 1 : 0) + ' kB';
  return count < 1e9 ? (count / 1e6).toFixed(1) + ' MB' : (count / 1e9).toFixed(2) + ' GB';
}

/** Size of a store, as far as it says so. */
function size(store) {
  const parts = [];
  if (store.heapBytes || store.diskBytes) parts.push(bytes((store.heapBytes ?? 0) + (store.diskBytes ?? 0)));
  if (store.keys !== undefined) parts.push(plain.format(store.keys) + (store.keys === 1 ? ' entry' : ' entries'));
  if (!parts.length && store.heapBytes !== undefined) parts.push('empty');
  return parts.join(', ') || 'size not told';
}

function numbers(model) {
  const stores = new Map(model.chapters.flatMap((chapter) => chapter.stores).map((store) => [store.name, store]));
  const sum = (pick) => [...stores.values()].reduce((total, store) => total + (pick(store) ?? 0), 0);
  const lag = model.chapters.flatMap((chapter) => chapter.reads).reduce((total, one) => total + (one.lag ?? 0), 0);
  const tasks = model.threads.reduce((total, thread) => total + thread.active, 0);
  const number = (value, name) => h('div', { class: 'number' }, h('strong', {}, value), h('span', {}, name));
  return [number(model.state, 'router'), number(model.threads.length, model.threads.length === 1 ? 'thread' : 'threads'), number(tasks, 'tasks here'),
    number(plain.format(lag), 'records not read yet'), number(bytes(sum((store) => store.heapBytes)), 'state on the heap'), number(bytes(sum((store) => store.diskBytes)), 'state on disk')];
}

/** The picture: topics that are read on the left, chapters in the middle, topics that are written on the right. */
function drawing(model, width) {
  const wide = width >= WIDE;
  const side = wide ? Math.min(300, width * 0.24) : 0;
  const box = { x: side, width: width - 2 * side };
  const items = [];
  let y = 8;
  model.chapters.forEach((chapter, index) => {
    const reads = chapter.reads.filter((one) => wide || !between(one.topic));
    const writes = chapter.writes.filter((one) => wide || !between(one.topic));
    const inner = 84 + (chapter.stores.length ? 18 : 0);
    const height = wide ? Math.max(inner, PITCH * Math.max(reads.length, writes.length) + 14) : inner + 17 * (reads.length + writes.length);
    items.push(card(chapter, { ...box, y, height }, wide ? [] : [...reads.map((one) => ['→', one]), ...writes.map((one) => ['←', one])]));
    if (wide) {
      reads.forEach((one, place) => items.push(arrow(one, { from: 0, to: box.x, y: beside(y, height, place, reads.length) }, 'reads')));
      writes.forEach((one, place) => items.push(arrow(one, { from: box.x + box.width, to: width, y: beside(y, height, place, writes.length) }, 'writes')));
    }
    y += height;
    if (index < model.chapters.length - 1) {
      items.push(s('line', { class: 'spine' + (model.chapters[index + 1].rate ? '' : ' still'), x1: box.x + 36, x2: box.x + 36, y1: y, y2: y + 26, vars: { '--pace': pace(model.chapters[index + 1].rate) } }));
      y += 26;
    }
  });
  return s('svg', { width, height: y + 8, viewBox: '0 0 ' + width + ' ' + (y + 8), role: 'group', 'aria-label': 'The seven chapters; the table below has the same in figures' }, items);
}

const beside = (y, height, place, count) => y + height / 2 + (place - (count - 1) / 2) * PITCH;

/** The more flows, the faster the dashes move; a second and a half to nearly still. */
const pace = (rate) => rate ? Math.max(0.5, 3 / (1 + Math.log10(1 + rate * 10))) + 's' : '0s';

function card(chapter, { x, y, width, height }, lines) {
  const stores = chapter.stores.map((store) => store.name + ': ' + size(store)).join(' · ');
  const room = Math.floor((width - 40) / 6.4);
  return s('a', { href: '#/topology/' + chapter.number, 'data-chapter': chapter.number, class: 'chapter' + (chosen === chapter.number ? ' chosen' : '') + (chapter.rate ? '' : ' still'),
    'aria-label': chapter.number + ' ' + chapter.title + ', ' + perSecond(chapter.rate) + ', ' + chapter.total + ' ' + chapter.unit },
  s('rect', { x: x + 1, y, width: width - 2, height, rx: 10 }),
  s('circle', { cx: x + 36, cy: y + 36, r: 17 }),
  s('text', { x: x + 36, y: y + 41, class: 'no', 'text-anchor': 'middle' }, chapter.number),
  s('text', { x: x + 66, y: y + 33, class: 'name' }, chapter.title),
  width > 480 && s('text', { x: x + 66, y: y + 52, class: 'quiet' }, cut(chapter.does, Math.floor((width - 240) / 6.2))),
  s('text', { x: x + width - 18, y: y + 35, class: 'rate', 'text-anchor': 'end' }, perSecond(chapter.rate)),
  s('text', { x: x + width - 18, y: y + 54, class: 'quiet', 'text-anchor': 'end' }, plain.format(chapter.total) + ' ' + chapter.unit),
  stores && s('text', { x: x + 66, y: y + 78, class: 'store' }, cut('▤ ' + stores, room - 8)),
  lines.map(([sign, one], place) => s('text', { x: x + 20, y: y + (stores ? 100 : 82) + 17 * place, class: 'quiet' }, sign + ' ' + one.name + '  ' + perSecond(one.rate) + (one.lag === undefined ? '' : ', lag ' + plain.format(one.lag)))));
}

const cut = (text, most) => text.length > most ? text.slice(0, Math.max(4, most - 1)) + '…' : text;

function arrow(topic, { from, to, y }, way) {
  const left = way === 'reads';
  const note = perSecond(topic.rate) + (topic.lag === undefined ? '' : ', lag ' + plain.format(topic.lag));
  return s('g', { class: 'topic' + (topic.rate ? ' flows' : '') + (between(topic.topic) ? ' between' : '') + (topic.lag > 1000 ? ' behind' : '') },
    s('title', {}, topic.topic + ': ' + plain.format(topic.records) + ' records, ' + bytes(topic.bytes) + (topic.lag === undefined ? '' : ', ' + topic.lag + ' not read yet')),
    s('line', { x1: left ? to - 30 : from + 3, x2: left ? to - 3 : from + 30, y1: y, y2: y, vars: { '--pace': pace(topic.rate) } }),
    s('text', { x: left ? to - 38 : from + 38, y: y + 4, 'text-anchor': left ? 'end' : 'start' }, cut(topic.name, Math.floor((to - from - 110) / 6.6)), s('tspan', { class: 'note', dx: 7 }, note)));
}

function one(chapter) {
  return h('section', { class: 'card wide' }, h('h2', {}, chapter.number + ' ' + chapter.title),
    h('div', { class: 'pair' },
      h('div', {}, h('h3', {}, 'Counted since the tasks were opened'), h('dl', { class: 'facts' }, Object.entries(chapter.counts).map(([name, count]) => h('div', {}, h('dt', {}, name), h('dd', {}, plain.format(count))))),
        h('h3', {}, 'Stores'), chapter.stores.length ? h('dl', { class: 'facts' }, chapter.stores.map((store) => h('div', {}, h('dt', {}, store.name), h('dd', {}, size(store))))) : h('p', { class: 'dim' }, 'keeps nothing')),
      h('div', {}, h('h3', {}, 'Nodes'), h('p', { class: 'nodes' }, chapter.nodes.map((node) => h('code', { class: 'tag' }, node))))));
}

function figures(model) {
  const list = (topics, lag) => topics.length ? h('ul', {}, topics.map((one) => h('li', {}, one.name, ' ', h('span', { class: 'dim' }, perSecond(one.rate) + (lag && one.lag !== undefined ? ', lag ' + plain.format(one.lag) : ''))))) : '';
  return h('section', { class: 'card wide' }, h('h2', {}, 'The same in figures'), table('Chapters in figures', ['chapter', 'rate', 'so far', 'reads', 'writes', 'keeps'],
    model.chapters.map((chapter) => h('tr', {}, h('th', { scope: 'row' }, chapter.number + ' ' + chapter.title), h('td', {}, perSecond(chapter.rate)), h('td', {}, plain.format(chapter.total) + ' ' + chapter.unit),
      h('td', {}, list(chapter.reads, true)), h('td', {}, list(chapter.writes, false)),
      h('td', {}, keeps(chapter))))));
}

const keeps = (chapter) => chapter.stores.length > 0 && h('ul', {}, chapter.stores.map((store) => h('li', {}, store.name, ' ', h('span', { class: 'dim' }, size(store)))));
