// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { get } from './api.js';
import { sync } from './clock.js';
import { on } from './live.js';

/** The inbox as it stands: rows by conversation, so that the same row told twice is one row. */
export const inbox = { rows: new Map(), queues: [], loaded: false };

const watchers = new Set();

export function watch(call) {
  watchers.add(call);
  return () => watchers.delete(call);
}

const changed = (ids) => watchers.forEach((call) => call(ids));

export async function load() {
  const body = await get('api/v1/inbox?status=all');
  sync(body.now);
  inbox.rows = new Map(body.escalations.map((row) => [row.conversationId, row]));
  inbox.queues = body.queues;
  inbox.loaded = true;
  changed(null);
}

on('changes', (changes) => {
  if (!changes.escalations.length) return;
  for (const row of changes.escalations) {
    if (row.gone) inbox.rows.delete(row.conversationId);
    else inbox.rows.set(row.conversationId, row);
  }
  changed(new Set(changes.escalations.map((row) => row.conversationId)));
});

export const isOpen = (row) => row.status === 'waiting' || row.status === 'accepted';
