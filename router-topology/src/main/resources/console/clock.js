// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

// The router's clock, which in a demo runs faster than ours.
let base = { theirs: Date.now(), ours: performance.now(), speed: 1 };

/** Takes over what the router says its time is. */
export function sync(theirs) {
  const ours = performance.now();
  const passed = ours - base.ours;
  if (passed > 2000) {
    const speed = (theirs - base.theirs) / passed;
    base = { theirs, ours, speed: speed > 0.5 && speed < 2000 ? (Math.abs(speed - 1) < 0.2 ? 1 : speed) : 1 };
  } else if (Math.abs(theirs - now()) > 60000) {
    base = { theirs, ours, speed: base.speed };
  }
}

export const now = () => base.theirs + (performance.now() - base.ours) * base.speed;

export const speed = () => base.speed;

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

export const at = (when) => time.format(typeof when === 'string' ? Date.parse(when) : when);
export const date = (when) => day.format(typeof when === 'string' ? Date.parse(when) : when);

/** A time of today, and with its day where it was on another. */
export const moment = (when) => date(when) === date(now()) ? at(when) : date(when) + ', ' + at(when);

/** A span in one or two units, such as 4 min or 2 h 10 min. */
export function span(millis) {
  const seconds = Math.max(0, Math.round(Math.abs(millis) / 1000));
  if (seconds < 90) return seconds + ' s';
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return minutes + ' min';
  const hours = Math.floor(minutes / 60);
  if (hours < 36) return hours + ' h ' + (minutes % 60) + ' min';
  return Math.round(hours / 24) + ' days';
}
