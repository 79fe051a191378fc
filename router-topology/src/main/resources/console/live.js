// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { open } from './api.js';
import { sync } from './clock.js';

const listeners = new Map();
let boot = null;

/** Calls back on an event of the stream: hello, changes, clock, and state with whether it is connected. */
export function on(name, call) {
  if (!listeners.has(name)) listeners.set(name, new Set());
  listeners.get(name).add(call);
  return () => listeners.get(name).delete(call);
}

function tell(name, data) {
  for (const call of listeners.get(name) ?? []) call(data);
}

let stream = null;

// A browser opens six connections to a host at most: those of pages that nobody sees would be missing to the one that is looked at.
addEventListener('pagehide', () => stream?.abort());
document.addEventListener('visibilitychange', () => { if (document.hidden) stream?.abort(); });

/** Waits until the page can be seen; at once where it can. */
function seen() {
  if (!document.hidden) return Promise.resolve();
  return new Promise((go) => document.addEventListener('visibilitychange', () => go(seen()), { once: true }));
}

/** Keeps a stream open for as long as the page can be seen; after each gap the page reads everything anew. */
export async function listen() {
  for (let pause = 500; ; pause = Math.min(pause * 1.5, 5000)) {
    await seen();
    try {
      stream = new AbortController();
      const response = await open('api/v1/live', { signal: stream.signal });
      if (response.ok) {
        await read(response.body.getReader(), () => { pause = 500; });
      }
    } catch { /* the router is away; the next try tells when it is back */ }
    tell('state', false);
    if (document.hidden) continue;
    await new Promise((go) => setTimeout(go, pause));
  }
}

async function read(reader, alive) {
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    // Without a sign of life for three heartbeats the connection is taken for dead.
    const next = await Promise.race([reader.read(), new Promise((go) => setTimeout(() => go(null), 16000))]);
    if (next === null || next.done) {
      await reader.cancel().catch(() => {});
      return;
    }
    alive();
    text += decoder.decode(next.value, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop();
    parts.forEach(take);
  }
}

function take(part) {
  const fields = Object.fromEntries(part.split('\n').map((line) => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2)];
  }));
  const data = JSON.parse(fields.data);
  sync(data.now);
  if (fields.event === 'hello') {
    tell('state', true);
    tell('hello', { again: boot !== null, restarted: boot !== null && boot !== data.boot });
    boot = data.boot;
  } else {
    tell(fields.event, data);
  }
}
