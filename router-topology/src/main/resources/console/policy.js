// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get, post } from './api.js';
import { at, date } from './clock.js';
import { empty, h, mounted, show, table, toast } from './dom.js';
import { on } from './live.js';

const STATES = ['draft', 'shadow', 'canary', 'live', 'retired'];
const FATES = {
  'in-force': ['in force', 'good'], taken: ['was in force', ''], noted: ['decides nothing here', ''],
  outdated: ['older than the one in force', ''], refused: ['refused', 'warn'],
};

export function open(main) {
  const facts = h('div', { class: 'figures' });
  show(main, h('header', { class: 'page' }, h('h1', {}, 'Policy'), h('p', { class: 'dim' }, 'The rules that decide, where they came from, and whether others would do.')), facts, workbench());
  let stamp = '';
  const load = async () => {
    const seen = await get('api/v1/policy');
    // What has not changed is not drawn again: somebody may be reading in it.
    const { now: ignored, ...rest } = seen;
    if (!mounted(facts) || JSON.stringify(rest) === stamp) return;
    stamp = JSON.stringify(rest);
    draw(facts, seen);
  };
  const soon = () => load().catch(() => {});
  const off = on('changes', (changes) => { if (changes.policy) soon(); });
  const every = setInterval(soon, 5000);
  load().catch((e) => show(facts, empty('Not shown', e.message)));
  return () => { off(); clearInterval(every); };
}

function draw(into, seen) {
  show(into,
    h('div', { class: 'pair' }, inForce(seen.inForce), before(seen)),
    h('section', { class: 'card wide' }, h('h2', {}, 'Life cycle'), track(seen.editions), editions(seen.editions)),
    h('section', { class: 'card wide' }, h('h2', {}, 'Proposals'), proposals(seen.proposals)));
}

const when = (edition) => edition.publishedAt ? date(edition.publishedAt) + ', ' + at(edition.publishedAt) : 'the router was started with it';

function inForce(policy) {
  const text = h('pre', { class: 'document', tabindex: '0', 'aria-label': 'Document of the policy' });
  const read = async (event) => {
    if (!event.target.open || text.textContent) return;
    text.textContent = await documentOf(policy.hash);
  };
  return h('section', { class: 'card' }, h('h2', {}, 'In force'),
    h('p', { class: 'big' }, policy.name, h('span', { class: 'basis' }, 'version ' + policy.version)),
    h('p', { class: 'hash' }, h('code', { title: 'SHA-256 of the document' }, policy.hash)),
    h('p', { class: 'dim' }, 'since ' + when(policy)),
    summary(policy),
    h('details', { ontoggle: read }, h('summary', {}, 'The document'), text));
}

const documentOf = (hash) => get('api/v1/policy/editions/' + hash).then((edition) => edition.document, (e) => '# ' + e.message);

const PARTS = { categories: 'categories', segments: 'segments', signals: 'signals', hardTriggers: 'hard triggers', queues: 'queues', ladders: 'ladders', playbooks: 'playbooks', alerts: 'alert rules' };

const summary = (policy) => h('ul', { class: 'parts' }, Object.entries(PARTS).map(([key, name]) => h('li', {}, h('strong', {}, policy[key]), ' ', name)));

function before(seen) {
  const changes = seen.before?.changes;
  return h('section', { class: 'card' }, h('h2', {}, 'Changed against the one before'),
    !changes ? h('p', { class: 'dim' }, 'No earlier policy is known here: this one has decided since the router was started.')
      : [h('p', { class: 'dim' }, seen.before.name + ' version ' + seen.before.version + ' ', h('code', {}, seen.before.hash.slice(0, 12)), ', ' + when(seen.before)), changed(changes)]);
}

/** Settings that differ, old and new side by side. */
function changed(changes) {
  if (!changes.length) return h('p', { class: 'dim' }, 'No setting differs; only comments or order do.');
  return [table('Settings that differ', ['setting', 'was', 'is'], changes.slice(0, 200).map((change) => h('tr', {}, h('th', { scope: 'row' }, h('code', {}, change.path)),
    h('td', {}, change.from === null ? h('span', { class: 'dim' }, '(not there)') : h('del', {}, change.from)),
    h('td', {}, change.to === null ? h('span', { class: 'dim' }, '(taken out)') : h('ins', {}, change.to))))),
  changes.length > 200 && h('p', { class: 'dim' }, 'and ' + (changes.length - 200) + ' more')];
}

/** Where in its life the policy is: one step for each state, with how many editions are in it. */
function track(editions) {
  const count = (state) => editions.filter((edition) => edition.state === state && edition.fate !== 'refused').length;
  return h('ol', { class: 'track' }, STATES.map((state) => {
    const here = editions.some((edition) => edition.state === state && edition.fate === 'in-force');
    return h('li', { class: here ? 'here' : count(state) ? 'some' : '' }, h('span', { class: 'step-name' }, state), h('span', { class: 'dim' }, here ? 'in force' : count(state) || '–'));
  }));
}

function editions(all) {
  return table('Editions', ['policy', 'state', 'here', 'published', 'hash'], all.map((edition) => h('tr', {}, h('th', { scope: 'row' }, edition.name + ' ' + edition.version),
    h('td', {}, h('span', { class: 'tag' }, edition.state)),
    h('td', {}, h('span', { class: 'tag ' + FATES[edition.fate][1] }, FATES[edition.fate][0]),
      edition.refusal.length > 0 && h('ul', { class: 'problems' }, edition.refusal.map((line) => h('li', {}, line)))),
    h('td', { class: 'dim' }, when(edition)), h('td', {}, h('code', { title: edition.hash }, edition.hash.slice(0, 12))))));
}

function proposals(all) {
  if (!all.length) return h('p', { class: 'dim' }, 'Nothing is proposed. When a day begins, outcomes are looked at: another tier for a category, another threshold, or a closer look. A proposal changes nothing by itself.');
  return h('div', { class: 'cards' }, all.slice().reverse().map((one) => h('article', { class: 'proposal' },
    h('h3', {}, one.category, ' ', h('span', { class: 'tag' }, one.kind)),
    h('p', {}, h('del', {}, one.from), ' → ', h('ins', {}, one.to)),
    h('p', {}, one.evidence), h('p', { class: 'dim' }, date(one.at) + ', for version ' + one.policyVersion))));
}

/** A policy is pasted and checked as a whole, by the same reader that puts it in force. */
function workbench() {
  const text = h('textarea', { rows: 14, spellcheck: 'false', 'aria-label': 'Policy to check, YAML', placeholder: 'Paste a policy here, or open a file. Nothing of it is kept.',
    onkeydown: (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) check(); } });
  const result = h('div', { class: 'verdict', role: 'status', 'aria-live': 'polite' });
  const check = async () => {
    if (!text.value.trim()) return text.focus();
    try {
      verdict(result, await post('api/v1/policy/validation', { document: text.value }), text);
    } catch (e) {
      toast(e.message, 'bad');
    }
  };
  const file = h('input', { type: 'file', accept: '.yaml,.yml', class: 'sr', 'aria-label': 'Policy file', tabindex: '-1', onchange: async () => {
    if (!file.files.length) return;
    text.value = await file.files[0].text();
    file.value = '';
    check();
  } });
  const load = async () => {
    const { inForce: live } = await get('api/v1/policy');
    text.value = await documentOf(live.hash);
    show(result);
    text.focus();
  };
  return h('section', { class: 'card wide workbench' }, h('h2', {}, 'Check a policy'),
    h('p', { class: 'dim' }, 'As ', h('code', {}, './baton policy validate'), ' does: every mistake at once, with line and path. Ctrl+Enter checks.'), text,
    h('div', { class: 'buttons' }, h('button', { type: 'button', class: 'primary', onclick: check }, 'Check'),
      h('button', { type: 'button', onclick: () => file.click() }, 'Open a file'), file,
      h('button', { type: 'button', onclick: load }, 'Start from the one in force')), result);
}

function verdict(into, seen, text) {
  if (seen.valid) {
    show(into, h('p', { class: 'fine' }, '✓ ' + seen.policy.name + ' version ' + seen.policy.version + ' is valid. ', h('code', {}, seen.policy.hash.slice(0, 12))), summary(seen.policy),
      seen.changes && [h('h3', {}, 'Against the one in force'), changed(seen.changes)]);
    return;
  }
  show(into, h('p', { class: 'bad' }, seen.problems.length === 1 ? 'One mistake' : seen.problems.length + ' mistakes'),
    h('ol', { class: 'problems' }, seen.problems.map((problem) => h('li', {},
      h('button', { type: 'button', class: 'line', onclick: () => choose(text, problem.line) }, 'line ' + problem.line),
      h('div', {}, problem.path && h('code', {}, problem.path), h('p', {}, problem.message))))));
}

/** Puts the cursor on a line and brings the line into sight. */
function choose(text, line) {
  const lines = text.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  text.scrollTop = Math.max(0, (line - 4) * (text.scrollHeight / lines.length));
}
