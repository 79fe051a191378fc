// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { at } from './clock.js';
import { h } from './dom.js';

/** The turns with the signals beside them that were read from them, and a line where it was handed over. */
export function transcript(seen) {
  const packet = seen.packet;
  const escalated = Date.parse(packet.escalatedAt);
  const signals = evidence(seen);
  const confidence = new Map(packet.confidenceTrail.map((point) => [point.turn, point.confidence]));
  const turns = seen.transcript ?? packet.transcript;
  const items = [];
  let marked = false;
  const mark = () => {
    marked = true;
    items.push(h('li', { class: 'moment' }, h('span', {}, 'handed over to ' + packet.queue + ', ' + at(packet.escalatedAt))));
  };
  for (const turn of turns) {
    if (!marked && Date.parse(turn.at) > escalated) mark();
    const found = signals.get(turn.eventId) ?? [];
    items.push(h('li', { class: turn.speaker.toLowerCase() + (turn.draft ? ' draft' : ''), 'data-event': turn.eventId, tabindex: '-1' },
      h('div', { class: 'said' },
        h('p', { class: 'who' }, turn.speaker.toLowerCase() + (turn.draft ? ', draft' : ''), h('time', {}, at(turn.at)),
          confidence.has(turn.turn) && h('span', { class: 'dim' }, 'confidence ' + confidence.get(turn.turn).toFixed(2))),
        h('p', { class: 'text' }, turn.text)),
      found.length > 0 && h('ul', { class: 'signals', 'aria-label': 'Signals read from this turn' }, found.map((reading) =>
        h('li', { title: 'value ' + reading.value.toFixed(2) + ', threshold ' + reading.threshold.toFixed(2) },
          h('span', { class: 'dot', vars: { '--strength': String(reading.strength ?? 1) } }), reading.signal)))));
  }
  if (!marked) mark();
  return h('ol', { class: 'transcript' }, items);
}

/** Signals by the event that they were last read from. */
function evidence(seen) {
  const byEvent = new Map();
  const add = (event, reading) => {
    const list = byEvent.get(event) ?? [];
    if (!list.some((known) => known.signal === reading.signal)) list.push(reading);
    byEvent.set(event, list);
  };
  seen.packet.reasons.forEach((reason) => reason.events.forEach((event) => add(event, { ...reason, strength: 1 })));
  seen.decisions.forEach((decision) => decision.signals.forEach((reading) => reading.events.forEach((event) => add(event, reading))));
  return byEvent;
}
