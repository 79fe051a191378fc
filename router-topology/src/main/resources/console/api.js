// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { sentence } from './dom.js';

const KEY = 'baton.authorization';
let authorization = sessionStorage.getItem(KEY);
let askToSignIn = async () => {};

/** What the interface refused, in words for people. */
export class Refused extends Error {
  constructor(status, problem) {
    super(sentence(problem.detail ?? problem.title ?? 'HTTP ' + status));
    this.status = status;
  }
}

export const onSignIn = (ask) => { askToSignIn = ask; };

export function signIn(value) {
  authorization = value;
  if (value) sessionStorage.setItem(KEY, value);
  else sessionStorage.removeItem(KEY);
}

export const isSignedIn = () => Boolean(authorization);

/** Asks; waits and asks again where the router says that it is not ready yet, or that it was asked too often. */
export async function get(path, { patience = 40, signal } = {}) {
  for (let tries = 0; ; tries++) {
    const response = await open(path, { signal });
    if ((response.status === 503 || response.status === 429) && tries < patience) {
      await new Promise((go) => setTimeout(go, 500 * Math.min(4, 1 + tries)));
      continue;
    }
    return answer(response);
  }
}

export async function post(path, body) {
  return answer(await open(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Baton-Console': '1' },
    body: JSON.stringify(body),
  }));
}

/** A response as it comes; signs in where that is asked for. */
export async function open(path, options = {}) {
  for (;;) {
    const sent = authorization;
    const headers = { ...options.headers, ...(sent ? { Authorization: sent } : {}) };
    const response = await fetch(path, { ...options, headers, credentials: 'omit', cache: 'no-store' });
    if (response.status !== 401) return response;
    const { detail = 'that was not accepted' } = await response.json().catch(() => ({}));
    // Somebody may have signed in since this was sent.
    if (sent !== authorization) continue;
    await askToSignIn(sent ? sentence(detail) : '', (response.headers.get('WWW-Authenticate') ?? '').startsWith('Bearer'));
  }
}

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}
