// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { at } from './clock.js';
import { h, mounted, s, show } from './dom.js';

/** What of a packet stands in its transcript. */
export function ofPacket(seen) {
  const packet = seen.packet;
  return {
    turns: [...packet.transcript, ...(seen.since ?? [])],
    signals: evidence(seen.decisions, packet.reasons),
    confidence: new Map(packet.confidenceTrail.map((point) => [point.turn, point.confidence])),
    sentiment: new Map((packet.sentimentTrail ?? []).map((point) => [point.turn, point.sentiment])),
    handedOver: [{ at: Date.parse(packet.escalatedAt), text: 'handed over to ' + packet.queue }],
  };
}

const KINDS = { CustomerMessage: 'CUSTOMER', AssistantReply: 'ASSISTANT', AgentMessage: 'AGENT' };

/** What was said, from the events of running state. */
export const turnsOf = (state) => state.events.filter((event) => KINDS[event.what])
  .map((event, index) => ({ turn: index + 1, at: event.at, speaker: KINDS[event.what], text: event.data.text, eventId: event.eventId, draft: event.data.draft === true, data: event.data }));

/** The same from running state, whether it was handed over or not. */
export function ofState(state) {
  const turns = turnsOf(state);
  const given = (name) => new Map(turns.filter((turn) => typeof turn.data[name] === 'number').map((turn) => [turn.turn, turn.data[name]]));
  const sentiment = new Map([...(state.packet?.sentimentTrail ?? []).map((point) => [point.turn, point.sentiment]), ...given('sentiment')]);
  return {
    turns, signals: evidence([...state.course, ...state.decisions], []), confidence: given('confidence'), sentiment,
    handedOver: state.events.filter((event) => event.what === 'EscalationIssued').map((event) => ({ at: Date.parse(event.at), text: 'handed over' + (event.data.queue ? ' to ' + event.data.queue : '') })),
  };
}

/**
 * The turns, with two lines beside them that run down from turn to turn: how the customer feels and how sure the assistant is. What
 * was read from a turn stands next to it, and a line across says where it was handed over.
 */
export function transcript({ turns, signals, confidence, sentiment, handedOver }, observers) {
  const list = h('ol', { class: 'transcript' });
  const marks = handedOver.slice();
  const mark = () => {
    const { at: when, text } = marks.shift();
    list.append(h('li', { class: 'moment' }, h('span', {}, text + ', ' + at(when))));
  };
  for (const turn of turns) {
    while (marks.length && Date.parse(turn.at) > marks[0].at) mark();
    list.append(line(turn, signals.get(turn.eventId) ?? [], sentiment.get(turn.turn), confidence.get(turn.turn)));
  }
  while (marks.length) mark();
  const lane = s('svg', { class: 'lane', 'aria-hidden': 'true' });
  const whole = h('div', { class: 'beside' }, legend(), list, lane);
  const observer = new ResizeObserver(() => { if (mounted(lane)) draw(lane, list); });
  observer.observe(list);
  observers.push({ destroy: () => observer.disconnect() });
  return whole;
}

const legend = () => h('div', { class: 'legend', 'aria-hidden': 'true' },
  h('span', { class: 'key felt' }, 'customer: upset – content'), h('span', { class: 'key sure' }, 'assistant: unsure – sure'));

const signed = (value) => (value > 0 ? '+' : value < 0 ? '−' : '') + Math.abs(value).toFixed(2);

function line(turn, found, felt, sure) {
  const who = turn.speaker.toLowerCase();
  return h('li', { class: who + (turn.draft ? ' draft' : ''), 'data-event': turn.eventId, 'data-felt': felt ?? null, 'data-sure': sure ?? null, tabindex: '-1' },
    h('div', { class: 'said' },
      h('p', { class: 'who' }, h('span', {}, who + (turn.draft ? ', draft' : '')), h('time', {}, at(turn.at)),
        felt !== undefined && h('span', { class: 'felt' }, 'sentiment ' + signed(felt)),
        sure !== undefined && h('span', { class: 'sure' }, 'confidence ' + sure.toFixed(2))),
      h('p', { class: 'text' }, turn.text)),
    h('div', { class: 'gap' }),
    found.length > 0 && h('ul', { class: 'signals', 'aria-label': 'Signals read from this turn' }, found.map(reading)));
}

/** A signal opens to what it was read from. */
function reading(of) {
  const facts = [['value', of.value], ['threshold', of.threshold], ['weight', of.weight], ['strength', of.strength]];
  return h('li', {}, h('details', { class: of.decisive ? 'decisive' : '' },
    h('summary', {}, h('span', { class: 'dot', vars: { '--strength': String(of.strength ?? 1) } }), of.signal.replaceAll('-', ' ')),
    of.text && h('p', {}, of.text),
    h('dl', {}, facts.filter(([, value]) => value !== undefined && value !== null).map(([name, value]) => [h('dt', {}, name), h('dd', {}, Number.isInteger(value) ? value : value.toFixed(2))])),
    of.because?.length > 0 && h('p', {}, 'spoke most: ' + of.because.join(', '))));
}

/** Signals by the event that they were last read from, with the words of the reason where it became one. */
function evidence(decisions, reasons) {
  const byEvent = new Map();
  const add = (event, found) => {
    const list = byEvent.get(event) ?? [];
    const known = list.find((one) => one.signal === found.signal);
    if (known) Object.assign(known, found, { strength: Math.max(known.strength ?? 0, found.strength ?? 0), text: known.text ?? found.text, decisive: known.decisive || found.decisive });
    else list.push({ ...found });
    byEvent.set(event, list);
  };
  decisions.forEach((decision) => decision.signals.forEach((one) => one.events.forEach((event) => add(event, one))));
  reasons.forEach((reason) => reason.events.forEach((event) => add(event, { ...reason, decisive: true })));
  return byEvent;
}

/** Both lines, through the middle of each turn that has a value; across, where it was handed over. */
function draw(lane, list) {
  const gap = list.querySelector('.gap');
  if (!gap) return;
  const top = list.getBoundingClientRect().top;
  const place = gap.getBoundingClientRect();
  const width = place.width;
  const height = list.clientHeight;
  lane.style.left = place.left - list.parentElement.getBoundingClientRect().left + 'px';
  lane.style.top = list.offsetTop + 'px';
  lane.setAttribute('width', width);
  lane.setAttribute('height', height);
  const middle = (item) => { const box = (item.querySelector('.said') ?? item).getBoundingClientRect(); return box.top - top + box.height / 2; };
  const x = (share) => 8 + share * (width - 16);
  const points = (name, share) => [...list.children].filter((item) => item.dataset[name] !== undefined).map((item) => [x(share(Number(item.dataset[name]))), middle(item)]);
  const path = (all, kind) => all.length === 0 ? [] : [
    s('path', { class: kind, d: 'M' + all.map(([left, down]) => left.toFixed(1) + ' ' + down.toFixed(1)).join('L') }),
    ...all.map(([left, down]) => s('circle', { class: kind, cx: left.toFixed(1), cy: down.toFixed(1), r: 3.5 }))];
  const moments = [...list.querySelectorAll('.moment')];
  show(lane,
    s('line', { class: 'neutral', x1: x(0.5), x2: x(0.5), y1: 0, y2: height }),
    s('line', { class: 'edge', x1: x(0), x2: x(0), y1: 0, y2: height }), s('line', { class: 'edge', x1: x(1), x2: x(1), y1: 0, y2: height }),
    moments.map((moment) => s('line', { class: 'across', x1: 0, x2: width, y1: middle(moment), y2: middle(moment) })),
    path(points('felt', (value) => (value + 1) / 2), 'felt'), path(points('sure', (value) => value), 'sure'));
}
