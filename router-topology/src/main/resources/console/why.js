// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get } from './api.js';
import { curve, onScheme } from './chart.js';
import { at, date } from './clock.js';
import { empty, h, mounted, show, table } from './dom.js';
import { on } from './live.js';
import { aligned } from './packet.js';
import { ofState, transcript } from './transcript.js';

/** Why a conversation was handed over, or why not: from running state, step by step. */
export function open(main, argument, me) {
  const [id, customer] = argument.split('?customer=');
  const body = h('div', { class: 'figures' });
  let charts = [];
  show(main, h('header', { class: 'page' }, h('h1', {}, 'Why'), h('p', { class: 'dim' }, h('code', {}, id), customer && [' of ', h('a', { href: '#/customer/' + encodeURIComponent(customer) }, customer)],
    ' · ', h('a', { href: '#/inbox/' + encodeURIComponent(id) }, 'packet and decisions'))), body);
  if (me.role === 'viewer') return void show(body, empty('For agents', 'This holds what customers wrote. Your role, viewer, sees queues and figures.'));
  const path = 'api/v1/state/conversations/' + encodeURIComponent(id);
  const query = customer ? '?customer=' + encodeURIComponent(customer) : '';
  const load = async () => {
    const [why, state] = await Promise.all([get(path + '/why' + query), get(path + query)]);
    if (!mounted(body)) return;
    charts.forEach((chart) => chart.destroy());
    charts = [];
    draw(body, why, state, charts);
  };
  const soon = () => load().catch((e) => { if (!body.childElementCount) show(body, empty(e.status === 404 ? 'Not kept' : 'Not shown', e.message)); });
  const off = on('changes', (changes) => { if (changes.escalations.some((row) => row.conversationId === id)) soon(); });
  show(body, empty('Reading …', 'The state of the conversation is asked for where it is kept.'));
  load().catch((e) => show(body, empty(e.status === 404 ? 'Not kept' : 'Not shown', e.message)));
  const recoloured = onScheme(soon);
  return () => { off(); recoloured(); charts.forEach((chart) => chart.destroy()); };
}

const HOLDS = { ASSISTANT: 'the assistant holds it', ASSISTANT_REVIEWED: 'the assistant holds it, a human checks', WAITING_FOR_HUMAN: 'it waits for a human', HUMAN: 'a human holds it', RESOLVED: 'resolved', CLOSED: 'closed' };

const number = (value) => Number.isInteger(value) ? String(value) : value.toFixed(2);

function draw(body, why, state, charts) {
  show(body,
    h('section', { class: 'card answer' }, h('h2', {}, why.escalated ? 'Why a human' : 'Why this was not handed over'), h('p', { class: 'says' }, why.answer.replace(/\bat (\d{4}-\d\d-\d\dT[\d:.]+Z)/g, (all, when) => 'on ' + date(when) + ', ' + at(when))),
      h('p', { class: 'dim' }, [HOLDS[why.owner] ?? why.owner.toLowerCase(), 'tier ' + why.tier, why.category ?? 'unclassified', why.segment, 'policy ' + why.policyVersion, why.committed ? 'committed' : 'may be ahead by a commit'].join(' · '))),
    h('div', { class: 'pair' },
      h('section', { class: 'card' }, h('h2', {}, 'Evidence now'), gauge(why.evidence), readings(why.evidence.signals), why.evidence.flip && h('p', {}, why.evidence.flip)),
      h('section', { class: 'card' }, h('h2', {}, 'Score, step by step'), course(state.course, charts),
        why.nearest && h('p', { class: 'dim' }, (why.escalated ? 'Strongest at ' : 'Nearest at ') + at(why.nearest.decidedAt) + ': ' + number(why.nearest.score) + ' of ' + number(why.nearest.threshold) + ', ' + aligned(why.nearest) + '.'))),
    h('section', { class: 'card wide' }, h('h2', {}, 'The conversation'), transcript(ofState(state), charts)),
    h('section', { class: 'card wide' }, h('h2', {}, 'What the rules say at each step'), steps(state.course)));
}

/** How near the score is to the threshold, and how many signals align of those that must. */
function gauge(evidence) {
  const share = Math.min(1, evidence.score / evidence.threshold);
  return h('div', { class: 'gauge' }, h('p', {}, h('strong', {}, number(evidence.score)), ' of ' + number(evidence.threshold) + ', ' + aligned(evidence)),
    h('span', { class: 'meter' + (share >= 1 ? ' full' : ''), vars: { '--share': String(share) }, 'aria-hidden': 'true' }));
}

const readings = (signals) => signals.length === 0 ? h('p', { class: 'dim' }, 'No signal speaks for a human.')
  : table('Signals', ['signal', 'value', 'threshold', 'weight', 'strength'], signals.map((one) => h('tr', {},
    h('th', { scope: 'row' }, one.signal, one.hard && [' ', h('span', { class: 'tag warn' }, 'by itself')]), h('td', {}, number(one.value)), h('td', {}, number(one.threshold)), h('td', {}, number(one.weight)), h('td', {}, number(one.strength)))));

function course(all, charts) {
  const chart = h('div', { class: 'plot', 'aria-hidden': 'true' });
  if (all.length < 2) return h('p', { class: 'dim' }, 'One step is no course yet.');
  const times = all.map((step) => Date.parse(step.decidedAt));
  requestAnimationFrame(() => {
    if (mounted(chart)) charts.push(curve(chart, { span: [times[0], Math.max(times.at(-1), times[0] + 1000)], times, values: all.map((step) => step.score), target: all.at(-1).threshold, format: (value) => value.toFixed(1), height: 170 }));
  });
  return chart;
}

const steps = (all) => h('ol', { class: 'log' }, all.map((step) => h('li', {}, h('time', {}, at(step.decidedAt)),
  h('span', { class: 'tag ' + (step.escalate ? 'warn' : '') }, step.escalate ? 'a human' : number(step.score) + ' of ' + number(step.threshold)), h('p', {}, step.explanation, ' ', step.flip && h('span', { class: 'dim' }, step.flip.text)))));
