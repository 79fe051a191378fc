// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
import { signIn } from './api.js';
import { h } from './dom.js';

/** Opens a dialog; the promise holds what it was closed with, empty where it was left. */
export function ask(title, ...children) {
  return new Promise((done) => {
    const dialog = h('dialog', { 'aria-label': title, onclose: () => { dialog.remove(); done(dialog.returnValue); } },
      h('h2', {}, title), ...children);
    document.getElementById('dialogs').append(dialog);
    dialog.showModal();
  });
}

let asking = null;

/** One dialog at a time, however many requests were refused. */
export function askToSignIn(why, byToken) {
  asking ??= signInDialog(why, byToken).finally(() => { asking = null; });
  return asking;
}

async function signInDialog(why, byToken) {
  const name = h('input', { name: 'name', autocomplete: 'username' });
  const password = h('input', { name: 'password', type: 'password', autocomplete: byToken ? 'off' : 'current-password' });
  await ask('Sign in', h('form', { method: 'dialog' },
    why && h('p', { class: 'bad', role: 'alert' }, why),
    byToken ? h('p', { class: 'dim' }, 'This console takes bearer tokens of your identity provider. A token is kept in this tab only.') : h('label', {}, 'Name', name),
    h('label', {}, byToken ? 'Token' : 'Password', password),
    h('div', { class: 'buttons' }, h('button', { class: 'primary' }, 'Sign in'))));
  if (byToken && password.value) signIn('Bearer ' + password.value.trim());
  else if (name.value) signIn('Basic ' + btoa(String.fromCharCode(...new TextEncoder().encode(name.value + ':' + password.value))));
}

const KEYS = [
  ['1 … 7', 'views'], ['j, k or ↓, ↑', 'next, previous escalation'], ['Enter', 'open the packet'],
  ['a', 'accept'], ['r', 'resolve'], ['b', 'back to the assistant'], ['v', 'verdict'], ['Esc', 'back to the list'], ['?', 'this'],
];

export function showKeys() {
  ask('Keyboard', h('form', { method: 'dialog' },
    h('dl', { class: 'keys' }, KEYS.map(([key, what]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)])),
    h('div', { class: 'buttons' }, h('button', { class: 'primary', autofocus: true }, 'Close'))));
}
