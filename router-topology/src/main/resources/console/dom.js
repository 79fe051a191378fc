// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/** Makes an element. Children are elements or text; text always stays text. */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function s(tag, attributes, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'vars') for (const [key, set] of Object.entries(value)) element.style.setProperty(key, set);
    else element.setAttribute(name, value === true ? '' : value);
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children.flat(4)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces all that is in an element. */
export function show(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

export const mounted = (element) => document.body.contains(element);

/** Something small and transient at the foot of the page; read out by screen readers. */
export function toast(text, kind = 'info') {
  const note = h('div', { class: 'toast ' + kind }, text);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), kind === 'bad' ? 9000 : 4500);
}

/** A table that scrolls by itself where it is wider than the page; the keyboard can scroll it too. */
export function table(label, head, rows) {
  return h('div', { class: 'table', tabindex: '0', role: 'group', 'aria-label': label }, h('table', {},
    h('thead', {}, h('tr', {}, head.map((name) => h('th', { scope: 'col' }, name)))), h('tbody', {}, rows)));
}

/** What the interface says of a failure, as a sentence. */
export const sentence = (text) => text[0].toUpperCase() + text.slice(1) + (text.endsWith('.') ? '' : '.');

/** What stands where there is nothing to show. */
export function empty(title, text, ...more) {
  return h('div', { class: 'empty' }, h('h2', {}, title), h('p', {}, text), ...more);
}

/** The same where it is all that a part of the page has. */
export function blank(title, text) {
  return h('div', { class: 'empty' }, h('h1', {}, title), h('p', {}, text));
}
