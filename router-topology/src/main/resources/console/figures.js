// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get } from './api.js';
import { curve } from './chart.js';
import { at, now, span } from './clock.js';
import { empty, h, mounted, show } from './dom.js';
import { on } from './live.js';
import { inbox, isOpen, watch } from './store.js';

// What each reader looks at first; the rest of what the channel has follows below. Targets are those of the policy in force.
const FIRST = {
  automated: ['containment', 'escalation-rate', 'resolution-rate', 'deflection-accuracy', 'first-contact-resolution', 'reopen-rate', 'csat', 'confidence', 'time-to-resolution'],
  human: ['human-wait', 'first-response', 'queue-time', 'handle-time', 'resolution-rate', 'reopen-rate', 'csat', 'context-score', 'time-to-resolution', 'first-contact-resolution'],
};
const TEXT = {
  automated: ['Automated health', 'What the assistant does alone, and where it gives up.'],
  human: ['Human health', 'What people do, how long customers wait for them, and whether it held.'],
};
let definitions = null;

/** One of the two dashboards; they share no figure and no chart. */
export function dashboard(kind) {
  const choice = { span: 'hour', category: '', segment: '', channel: kind };
  return {
    open(main) {
      let charts = [];
      const controls = h('div', { class: 'filters' });
      const body = h('div', { class: 'figures' });
      show(main, h('header', { class: 'page' }, h('h1', {}, TEXT[kind][0]), h('p', { class: 'dim' }, TEXT[kind][1])), controls, body);
      const load = async () => {
        definitions ??= await get('api/v1/measures');
        const query = new URLSearchParams({ channel: choice.channel, span: choice.span });
        if (choice.category) query.set('category', choice.category);
        if (choice.segment) query.set('segment', choice.segment);
        const seen = await get('api/v1/figures?' + query);
        if (!mounted(body)) return;
        charts.forEach((chart) => chart.destroy());
        charts = [];
        filters(controls, seen, choice, kind, load);
        draw(body, seen, kind, choice, charts);
      };
      let due = null;
      const soon = () => { due ??= setTimeout(() => { due = null; load().catch(() => {}); }, 1500); };
      const off = on('changes', (changes) => { if (changes.figures.includes(choice.channel.toUpperCase())) soon(); });
      const unwatch = kind === 'human' ? watch(soon) : () => {};
      const every = setInterval(soon, 15000);
      load().catch((e) => show(body, empty('Not shown', e.message)));
      return () => { off(); unwatch(); clearInterval(every); clearTimeout(due); charts.forEach((chart) => chart.destroy()); };
    },
  };
}

function filters(into, seen, choice, kind, load) {
  if (into.contains(document.activeElement) && document.activeElement.tagName === 'SELECT') return;
  const focus = document.activeElement?.dataset?.choice;
  const select = (name, label, options) => h('label', {}, h('span', { class: 'sr' }, label), h('select', {
    onchange: (event) => { choice[name] = event.target.value; event.target.blur(); load(); },
  }, options.map(([value, text]) => h('option', { value, selected: value === choice[name] }, text))));
  const chip = (name, value, text) => h('button', { type: 'button', class: 'chip', 'data-choice': value, 'aria-pressed': String(choice[name] === value),
    onclick: () => { choice[name] = value; load(); } }, text);
  show(into,
    h('div', { class: 'chips', role: 'group', 'aria-label': 'Span' }, chip('span', 'hour', 'Last hour'), chip('span', 'day', 'Last day'), chip('span', 'week', 'Last week')),
    kind === 'human' && h('div', { class: 'chips', role: 'group', 'aria-label': 'Channel' }, chip('channel', 'human', 'Human only'), chip('channel', 'assisted', 'Assisted')),
    select('category', 'Category', [['', 'All categories'], ...seen.categories.map((name) => [name, name])]),
    select('segment', 'Segment', [['', 'All segments'], ...seen.segments.map((name) => [name, name])]));
  if (focus) into.querySelector('[data-choice="' + focus + '"]')?.focus();
}

function draw(body, seen, kind, choice, charts) {
  const names = Object.keys(seen.measures);
  if (!names.length) {
    show(body, kind === 'human' && backlog(), empty('No figures yet', 'They come about a second after the conversations that they count.'));
    return;
  }
  const first = FIRST[kind].filter((name) => seen.measures[name]?.numerator !== undefined);
  const counts = ['started', 'escalated', 'resolved', 'abandoned', 'reopened'].filter((name) => names.includes(name));
  const others = names.filter((name) => !first.includes(name) && !counts.includes(name));
  show(body,
    kind === 'human' && backlog(),
    h('div', { class: 'strip' }, counts.map((name) => count(name, seen.measures[name]))),
    h('div', { class: 'cards' }, first.map((name) => card(name, seen, charts))),
    h('div', { class: 'pair' }, reasons(seen, kind), volume(seen, charts)),
    others.length > 0 && table(others, seen),
    h('p', { class: 'dim foot' }, 'From the topic metrics.' + seen.channel + (seen.updatedAt ? ', up to ' + at(seen.updatedAt) : '') + '. A correction replaces its window; nothing is edited silently.'));
}

const define = (name) => definitions[name] ?? definitions[name.split('.')[0]] ?? { definition: '', fraction: '', unit: '' };

export function format(unit, value) {
  if (value === null || !Number.isFinite(value)) return '–';
  if (unit === 'ratio') return (value * 100).toFixed(value < 0.1 && value > 0 ? 1 : 0) + ' %';
  if (unit === 'seconds') return span(value * 1000);
  return Number.isInteger(value) ? value.toLocaleString() : value.toFixed(2);
}

function value(measure) {
  if (measure.form === 'count') return measure.numerator;
  return measure.denominator ? measure.numerator / measure.denominator : null;
}

const plain = (number) => Number.isInteger(number) ? number.toLocaleString() : number.toFixed(2);

/** Numerator and denominator, in words. */
function basis(name, measure) {
  if (measure.numerator === undefined) return define(name).definition;
  return measure.form === 'count' ? plain(measure.numerator) + ' ' + define(name).fraction
    : plain(measure.numerator) + ' / ' + plain(measure.denominator) + ': ' + define(name).fraction;
}

function count(name, measure) {
  return h('div', { class: 'number', title: basis(name, measure) }, h('strong', {}, plain(measure.numerator)), h('span', {}, title(name)));
}

/** From the first window that has a figure until now, ten windows at least. */
function reach(seen) {
  const first = Math.min(...Object.values(seen.measures).flatMap((measure) => measure.points.map(([start]) => start)));
  return [Math.min(first, seen.now - 10 * seen.window), seen.now];
}

const title = (name) => name.replace('.', ': ').replaceAll('-', ' ').replace(/\b(csat|nps|qa)\b/g, (word) => word.toUpperCase());

function card(name, seen, charts) {
  const measure = seen.measures[name];
  const target = seen.targets[name]?.value ?? null;
  const more = seen.targets[name]?.atLeast;
  const current = value(measure);
  const good = target === null || current === null || (more ? current >= target : current <= target);
  const chart = h('div', { class: 'plot', 'aria-hidden': 'true' });
  const element = h('article', { class: 'card' + (good ? '' : ' off-target'), 'data-measure': name },
    h('h2', {}, title(name)),
    h('p', { class: 'big', title: basis(name, measure), tabindex: '0' }, h('span', { 'data-value': '' }, format(measure.unit, current)),
      h('span', { class: 'basis', 'data-numerator': measure.numerator, 'data-denominator': measure.denominator }, plain(measure.numerator) + ' / ' + plain(measure.denominator))),
    target !== null && h('p', { class: 'dim' }, 'target ' + (more ? 'at least ' : 'at most ') + format(measure.unit, target) + (good ? '' : ': missed')),
    chart,
    h('details', {}, h('summary', {}, 'Definition'), h('p', {}, define(name).definition), h('p', { class: 'dim' }, define(name).fraction)));
  requestAnimationFrame(() => {
    if (!mounted(chart)) return;
    const times = measure.points.map(([start]) => start);
    charts.push(curve(chart, { span: reach(seen), times, values: measure.points.map(([, top, bottom]) => bottom ? top / bottom : null), target,
      colour: good ? '--accent' : '--bad', format: (number) => format(measure.unit, number) }));
  });
  return element;
}

function reasons(seen, kind) {
  const all = Object.entries(seen.reasons).sort((a, b) => b[1] - a[1]).slice(0, 8);
  const most = all[0]?.[1] ?? 1;
  return h('section', { class: 'card' }, h('h2', {}, kind === 'human' ? 'Why they came' : 'Top reasons for handing over'),
    all.length ? h('ol', { class: 'bars' }, all.map(([name, number]) => h('li', {}, h('span', {}, title(name)), h('span', { class: 'bar', vars: { '--share': String(number / most) } }), h('span', { class: 'n' }, number))))
      : h('p', { class: 'dim' }, 'Nothing was handed over in this span.'));
}

function volume(seen, charts) {
  const name = ['started', 'escalated', 'resolved'].find((one) => seen.measures[one]);
  if (!name) return null;
  const chart = h('div', { class: 'plot', 'aria-hidden': 'true' });
  requestAnimationFrame(() => {
    if (!mounted(chart)) return;
    const points = seen.measures[name].points;
    charts.push(curve(chart, { span: reach(seen), times: points.map(([start]) => start), values: points.map(([, top]) => top), format: plain, bars: true, height: 180 }));
  });
  return h('section', { class: 'card' }, h('h2', {}, 'Conversations ' + title(name)), chart);
}

function table(names, seen) {
  return h('section', { class: 'card wide' }, h('h2', {}, 'Everything else'), h('div', { class: 'table' }, h('table', {},
    h('thead', {}, h('tr', {}, ['figure', 'value', 'numerator', 'denominator', 'definition'].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, names.map((name) => {
      const measure = seen.measures[name];
      const quantile = measure.numerator === undefined;
      const last = quantile ? measure.points.at(-1) : null;
      return h('tr', { 'data-measure': name }, h('th', { scope: 'row' }, title(name)),
        h('td', {}, format(measure.unit, quantile ? last[3] : value(measure)), quantile && h('span', { class: 'dim' }, ' at ' + at(last[0]))),
        h('td', {}, quantile ? '' : plain(measure.numerator)), h('td', {}, quantile || measure.form === 'count' ? '' : plain(measure.denominator)),
        h('td', { class: 'dim' }, define(name).definition));
    })))));
}

/** Who waits right now, by queue, against the target. */
function backlog() {
  const open = [...inbox.rows.values()].filter(isOpen);
  return h('div', { class: 'cards' }, inbox.queues.map((queue) => {
    const rows = open.filter((row) => row.queue === queue);
    const waiting = rows.filter((row) => row.status === 'waiting');
    const over = waiting.filter((row) => row.dueAt && row.dueAt < now()).length;
    const oldest = Math.min(...waiting.map((row) => row.escalatedAt));
    return h('article', { class: 'card' + (over ? ' off-target' : ''), 'data-queue': queue }, h('h2', {}, queue + ', now'),
      h('p', { class: 'big' }, waiting.length, h('span', { class: 'basis' }, 'waiting')),
      h('p', { class: 'dim' }, waiting.length ? 'oldest ' + span(now() - oldest) + ', ' : '', over + ' over target, ' + (rows.length - waiting.length) + ' in hand'));
  }));
}
