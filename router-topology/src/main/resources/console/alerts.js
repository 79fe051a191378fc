// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get } from './api.js';
import { moment } from './clock.js';
import { empty, h, mounted, show } from './dom.js';
import { on } from './live.js';

export function open(main) {
  const body = h('div', { class: 'figures' });
  show(main, h('header', { class: 'page' }, h('h1', {}, 'Alerts'), h('p', { class: 'dim' }, 'What the policy watches, and what became of it.')), body);
  const load = async () => {
    const seen = await get('api/v1/alerts');
    if (mounted(body)) draw(body, seen);
  };
  const off = on('changes', (changes) => { if (changes.alerts) load().catch(() => {}); });
  load().catch((e) => show(body, empty('Not shown', e.message)));
  return off;
}

function draw(body, seen) {
  const active = seen.alerts.filter((alert) => alert.state !== 'CLEARED').reverse();
  show(body,
    active.length ? h('div', { class: 'cards' }, active.map(card)) : empty('All quiet', 'No alert is raised. What is watched and where the thresholds are stands in the policy.'),
    seen.history.length > 0 && h('section', { class: 'card wide' }, h('h2', {}, 'History'), h('ol', { class: 'log' }, seen.history.map((alert) => h('li', {},
      h('time', {}, moment(alert.updatedAt)), h('span', { class: 'tag ' + (alert.state === 'CLEARED' ? '' : 'warn') }, alert.state.toLowerCase()),
      h('p', {}, h('strong', {}, alert.rule), ' ', alert.text))))));
}

function card(alert) {
  const number = (value) => Number.isInteger(value) ? value : value.toFixed(2);
  return h('article', { class: 'card off-target' }, h('h2', {}, alert.rule.replaceAll('-', ' ')),
    h('p', { class: 'big' }, number(alert.value), h('span', { class: 'basis' }, 'threshold ' + number(alert.threshold))),
    h('p', {}, alert.text),
    h('p', { class: 'dim' }, [alert.measure, alert.category, alert.channel?.toLowerCase(), 'since ' + moment(alert.raisedAt), alert.volume + ' conversations'].filter(Boolean).join(' · ')));
}
