// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get } from './api.js';
import { curve, onScheme } from './chart.js';
import { at, now, span } from './clock.js';
import { empty, h, mounted, s, show, table } from './dom.js';
import { on } from './live.js';
import { inbox, isOpen, watch } from './store.js';

// What each reader looks at first; the rest of what the channel has follows below. Lines come from the policy in force.
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
      const recoloured = onScheme(() => load().catch(() => {}));
      load().catch((e) => show(body, empty('Not shown', e.message)));
      return () => { off(); unwatch(); recoloured(); clearInterval(every); clearTimeout(due); charts.forEach((chart) => chart.destroy()); };
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
    show(body, kind === 'human' && backlog(seen), empty('No figures yet', 'They come about a second after the conversations that they count.'));
    return;
  }
  const first = FIRST[kind].filter((name) => seen.measures[name]?.numerator !== undefined);
  const counts = ['started', 'escalated', 'resolved', 'abandoned', 'reopened'].filter((name) => names.includes(name));
  const rest = names.filter((name) => !first.includes(name) && !counts.includes(name) && !name.startsWith('confidence-tenth.') && !name.startsWith('confidence-right.') && !name.startsWith('confidence-stated.'));
  show(body,
    kind === 'human' && backlog(seen),
    h('div', { class: 'strip' }, counts.map((name) => count(name, seen.measures[name]))),
    h('div', { class: 'cards' }, first.map((name) => card(name, seen, charts))),
    h('div', { class: 'pair' }, reasons(seen, kind), volume(seen, charts)),
    kind === 'automated' && h('div', { class: 'pair' }, distribution(seen), calibration(seen)),
    rest.length > 0 && others(rest, seen),
    h('p', { class: 'dim foot' }, 'From the topic metrics.' + seen.channel + (seen.updatedAt ? ', up to ' + at(seen.updatedAt) : '') + '. A correction replaces its window; nothing is edited silently.'));
}

const define = (name) => definitions[name] ?? definitions[name.split('.')[0]] ?? { definition: '', fraction: '', unit: '' };

export function format(unit, value) {
  if (value === null || !Number.isFinite(value)) return '–';
  if (unit === 'ratio') return (value * 100).toFixed(value < 0.1 && value > 0 ? 1 : 0) + ' %';
  if (unit === 'seconds') return span(value * 1000);
  return Number.isInteger(value) ? value.toLocaleString() : value.toFixed(2);
}

/** What a figure was drawn from, for whoever reads the page by program. */
const exact = (measure) => ({ 'data-numerator': measure.numerator, 'data-denominator': measure.denominator });

function value(measure) {
  if (measure.form === 'count') return measure.numerator;
  return measure.denominator ? measure.numerator / measure.denominator : null;
}

const plain = (number) => number.toLocaleString(undefined, Number.isInteger(number) ? {} : { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Numerator and denominator, in words. */
function basis(name, measure) {
  if (measure.numerator === undefined) return define(name).definition;
  return measure.form === 'count' ? plain(measure.numerator) + ' ' + define(name).fraction
    : plain(measure.numerator) + ' / ' + plain(measure.denominator) + ': ' + define(name).fraction;
}

function count(name, measure) {
  return h('div', { class: 'number', title: basis(name, measure) + '. ' + define(name).definition, 'data-measure': name, ...exact(measure) }, h('strong', {}, plain(measure.numerator)), h('span', {}, title(name)));
}

/** From the first window that has a figure until now, ten windows at least. */
function reach(seen) {
  const first = Math.min(...Object.values(seen.measures).flatMap((measure) => measure.points.map(([start]) => start)));
  return [Math.min(first, seen.now - 10 * seen.window), seen.now];
}

const title = (name) => name.replace('.', ': ').replaceAll('-', ' ').replace(/\b(csat|nps|qa)\b/g, (word) => word.toUpperCase());

function card(name, seen, charts) {
  const measure = seen.measures[name];
  const line = seen.targets[name];
  const current = value(measure);
  const good = !line || current === null || (line.better === 'up' ? current >= line.value : current <= line.value);
  const chart = h('div', { class: 'plot', 'aria-hidden': 'true' });
  const element = h('article', { class: 'card' + (good ? '' : ' off-target'), 'data-measure': name },
    h('h2', {}, title(name)),
    h('p', { class: 'big', title: basis(name, measure), tabindex: '0' }, h('span', { 'data-value': '' }, format(measure.unit, current)),
      h('span', { class: 'basis', ...exact(measure) }, (measure.unit === 'seconds' ? plain(Math.round(measure.numerator)) + ' s' : plain(measure.numerator)) + ' / ' + plain(measure.denominator))),
    line && h('p', { class: 'dim', title: 'policy: ' + line.from }, 'line at ' + format(measure.unit, line.value) + ', ' + (good ? (line.better === 'up' ? 'above it' : 'below it') : line.better === 'up' ? 'fallen below it' : 'passed'), h('span', { class: 'sr' }, ', from ' + line.from)),
    chart, definition(name));
  requestAnimationFrame(() => {
    if (!mounted(chart)) return;
    const times = measure.points.map(([start]) => start);
    charts.push(curve(chart, { span: reach(seen), times, values: measure.points.map(([, top, bottom]) => bottom ? top / bottom : null), target: line?.value ?? null,
      colour: good ? '--accent' : '--bad', format: (number) => format(measure.unit, number) }));
  });
  return element;
}

const definition = (name) => h('details', {}, h('summary', {}, 'Definition'), h('p', {}, define(name).definition), h('p', { class: 'dim' }, define(name).fraction));

const tenth = (place) => (place / 10).toFixed(1) + ' – ' + ((place + 1) / 10).toFixed(1);

/** How sure the assistant says it is, reply by reply. */
function distribution(seen) {
  const counts = [...Array(10).keys()].map((place) => seen.measures['confidence-tenth.' + place]?.numerator ?? 0);
  const most = Math.max(1, ...counts);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return h('section', { class: 'card', 'data-measure': 'confidence-tenth' }, h('h2', {}, 'Confidence of replies'),
    all === 0 ? h('p', { class: 'dim' }, 'No reply of an ended conversation has named a confidence in this span.')
      : h('ol', { class: 'columns' }, counts.map((count, place) => h('li', { title: count + ' of ' + all + ' replies', ...(seen.measures['confidence-tenth.' + place] && { 'data-measure': 'confidence-tenth.' + place, ...exact(seen.measures['confidence-tenth.' + place]) }) },
        h('span', { class: 'n' }, count || ''), h('span', { class: 'column', vars: { '--share': String(count / most) } }), h('span', { class: 'dim' }, (place / 10).toFixed(1)), h('span', { class: 'sr' }, ': ' + count + ' replies')))),
    definition('confidence-tenth'));
}

/** How often it was right when it was so sure, against how sure it was: on the line where it is well calibrated. */
function calibration(seen) {
  const stated = (place) => { const said = seen.measures['confidence-stated.' + place]; return said?.denominator > 0 ? said.numerator / said.denominator : (place + 0.5) / 10; };
  const points = [...Array(10).keys()].map((place) => ({ place, said: stated(place), ...seen.measures['confidence-right.' + place] })).filter((point) => point.denominator > 0);
  const side = 220;
  const x = (share) => 42 + share * (side - 54);
  const y = (share) => side - 24 - share * (side - 34);
  const replies = points.reduce((sum, point) => sum + point.denominator, 0);
  const wide = (point) => 4 + 9 * Math.sqrt(point.denominator / replies);
  return h('section', { class: 'card', 'data-measure': 'confidence-right' }, h('h2', {}, 'Calibration'),
    points.length === 0 ? h('p', { class: 'dim' }, 'No reply with a confidence is in a conversation of this span whose outcome has settled yet.')
      : h('div', { class: 'calibration' },
        s('svg', { viewBox: '0 0 ' + side + ' ' + side, role: 'img', 'aria-label': 'Share of replies that held, by how sure the assistant was; the table beside has the same' },
          [0, 0.5, 1].map((share) => [s('line', { class: 'edge', x1: x(0), x2: x(1), y1: y(share), y2: y(share) }), s('text', { x: x(0) - 6, y: y(share) + 4, 'text-anchor': 'end' }, share * 100 + ' %'), s('text', { x: x(share), y: side - 6, 'text-anchor': 'middle' }, share.toFixed(1))]),
          s('line', { class: 'ideal', x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
          s('path', { d: 'M' + points.map((point) => x(point.said).toFixed(1) + ' ' + y(point.numerator / point.denominator).toFixed(1)).join('L') }),
          points.map((point) => s('circle', { cx: x(point.said), cy: y(point.numerator / point.denominator), r: wide(point) }, s('title', {}, tenth(point.place) + ': ' + point.numerator + ' of ' + point.denominator + ' held')))),
        h('dl', { class: 'facts' }, points.map((point) => h('div', { 'data-numerator': point.numerator, 'data-denominator': point.denominator, title: point.numerator + ' / ' + point.denominator },
          h('dt', {}, 'sure ' + tenth(point.place)), h('dd', {}, format('ratio', point.numerator / point.denominator) + ' held ', h('span', { class: 'dim' }, plain(point.numerator) + ' / ' + plain(point.denominator))))))),
    h('p', { class: 'dim' }, 'Dashed: as often right as it says it is sure. Below it, it is too sure of itself.' + (replies > 0 && replies < 50 ? ' Only ' + replies + (replies === 1 ? ' reply has' : ' replies have') + ' an outcome that has settled: that says little yet.' : '')), definition('confidence-right'));
}

function reasons(seen, kind) {
  const all = Object.entries(seen.reasons).sort((a, b) => b[1] - a[1]).slice(0, 8);
  const most = all[0]?.[1] ?? 1;
  const total = Object.values(seen.reasons).reduce((sum, number) => sum + number, 0);
  return h('section', { class: 'card' }, h('h2', {}, kind === 'human' ? 'Why they came' : 'Top reasons for handing over'),
    all.length ? h('ol', { class: 'bars' }, all.map(([name, number]) => h('li', { title: number + ' of ' + total + ' escalations had it as their first reason' }, h('span', {}, title(name)), h('span', { class: 'bar', vars: { '--share': String(number / most) } }), h('span', { class: 'n' }, number))))
      : h('p', { class: 'dim' }, 'Nothing was handed over in this span.'));
}

function volume(seen, charts) {
  const name = ['started', 'escalated', 'resolved'].find((one) => seen.measures[one]);
  if (!name) return null;
  const chart = h('div', { class: 'plot', 'aria-hidden': 'true' });
  requestAnimationFrame(() => {
    if (!mounted(chart)) return;
    const points = seen.measures[name].points;
    const [from, to] = reach(seen);
    charts.push(curve(chart, { span: [from - seen.window / 2, to], times: points.map(([start]) => start), values: points.map(([, top]) => top), format: plain, bars: true, height: 180 }));
  });
  return h('section', { class: 'card' }, h('h2', {}, 'Conversations ' + title(name)), chart);
}

function others(names, seen) {
  return h('section', { class: 'card wide' }, h('h2', {}, 'Everything else'), table('Every other figure', ['figure', 'value', 'numerator', 'denominator', 'definition'], names.map((name) => {
    const measure = seen.measures[name];
    const quantile = measure.numerator === undefined;
    const last = quantile ? measure.points.at(-1) : null;
    return h('tr', { 'data-measure': name, ...exact(measure), title: basis(name, measure) }, h('th', { scope: 'row' }, title(name)),
      h('td', { class: 'figure' }, format(measure.unit, quantile ? last[3] : value(measure)), quantile && h('span', { class: 'dim' }, ' at ' + at(last[0]))),
      h('td', {}, quantile ? '' : plain(measure.numerator)), h('td', {}, quantile || measure.form === 'count' ? '' : plain(measure.denominator)),
      h('td', { class: 'dim' }, define(name).definition));
  })));
}

/** Who waits right now, by queue, against the target. */
function backlog(seen) {
  const open = [...inbox.rows.values()].filter(isOpen);
  return h('div', { class: 'cards' }, inbox.queues.map((queue) => {
    const rows = open.filter((row) => row.queue === queue);
    const waiting = rows.filter((row) => row.status === 'waiting');
    const over = waiting.filter((row) => row.dueAt && row.dueAt < now()).length;
    const kept = seen.measures['within-target.' + queue];
    const oldest = Math.min(...waiting.map((row) => row.escalatedAt));
    return h('article', { class: 'card' + (over ? ' off-target' : ''), 'data-queue': queue }, h('h2', {}, queue + ', now'),
      h('p', { class: 'big' }, waiting.length, h('span', { class: 'basis' }, 'waiting')),
      h('p', { class: 'dim' }, waiting.length ? 'oldest ' + span(now() - oldest) + ', ' : '', over + ' over target, ' + (rows.length - waiting.length) + ' in hand'),
      kept?.denominator > 0 && h('p', { class: 'dim', title: basis('within-target.' + queue, kept) }, format('ratio', kept.numerator / kept.denominator) + ' joined by the target, ' + plain(kept.numerator) + ' / ' + plain(kept.denominator)));
  }));
}
