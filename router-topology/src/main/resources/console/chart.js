// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

import { at } from './clock.js';

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Calls back where the colour scheme changes: charts take their colours when they are drawn. */
export function onScheme(call) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', call);
  return () => dark.removeEventListener('change', call);
}

function axes(more = {}) {
  const quiet = { stroke: css('--ink-2'), grid: { stroke: css('--line'), width: 1 }, ticks: { show: false }, font: '11px system-ui, sans-serif' };
  return [{ ...quiet, grid: { show: false }, size: 28, ...more.x }, { ...quiet, size: 46, ...more.y }];
}

/** Keeps a chart as wide as what it stands in. */
function fit(chart, into, height) {
  const observer = new ResizeObserver(() => chart.setSize({ width: Math.max(120, into.clientWidth), height }));
  observer.observe(into);
  return { destroy: () => { observer.disconnect(); chart.destroy(); } };
}

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** Days over several of them, otherwise the time as the rest of the page writes it. */
const clockOf = ([from, to]) => (seconds) => to - from > 3 * 86400000 ? day.format(seconds * 1000) : at(seconds * 1000).slice(0, 5);

/** What is counted has no halves. */
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000, 100000, 500000, 1000000];

/** One figure over time; a target as a line. */
export function curve(into, { times, values, span, colour = '--accent', target = null, format, height = 120, bars = false }) {
  const series = [{}, {
    stroke: css(colour), fill: css(colour) + '22', width: 2, spanGaps: true, points: { show: values.filter((v) => v !== null).length < 40, size: 4 },
    value: (of, value) => value === null ? '–' : format(value),
    ...(bars ? { paths: uPlot.paths.bars({ size: [0.7, 40] }), fill: css(colour) + '88', points: { show: false } } : {}),
  }];
  // A line goes all the way across, whatever there are points of.
  const across = target === null ? [[], []] : [[span[0]], [span[1]]];
  const data = [[...across[0], ...times, ...across[1]].map((time) => time / 1000), [...across[0].map(() => null), ...values, ...across[1].map(() => null)]];
  if (target !== null) {
    series.push({ stroke: css('--ink-2'), dash: [5, 4], width: 1.25, points: { show: false } });
    data.push(data[0].map(() => target));
  }
  const chart = new uPlot({
    width: Math.max(120, into.clientWidth), height, legend: { show: false }, cursor: { show: false },
    axes: axes({ x: { values: (of, splits) => splits.map(clockOf(span)), space: 60 }, y: { values: (of, splits) => splits.map(format), ...(bars ? { incrs: WHOLE } : {}) } }), series,
    scales: { x: { range: () => span.map((when) => when / 1000) }, y: { range: (of, low, high) => [Math.min(0, low ?? 0), Math.max(high ?? 1, target ?? 0) * 1.1 || 1] } },
  }, data, into);
  return fit(chart, into, height);
}
