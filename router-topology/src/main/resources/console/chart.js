// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function axes(more = {}) {
  const quiet = { stroke: css('--ink-2'), grid: { stroke: css('--line'), width: 1 }, ticks: { show: false }, font: '11px system-ui, sans-serif' };
  return [{ ...quiet, grid: { show: false }, ...more.x }, { ...quiet, size: 46, ...more.y }];
}

/** Keeps a chart as wide as what it stands in. */
function fit(chart, into, height) {
  const observer = new ResizeObserver(() => chart.setSize({ width: Math.max(120, into.clientWidth), height }));
  observer.observe(into);
  return { destroy: () => { observer.disconnect(); chart.destroy(); } };
}

/** One figure over time; a target as a line. */
export function curve(into, { times, values, span, colour = '--accent', target = null, format, height = 120, bars = false }) {
  const series = [{}, {
    stroke: css(colour), fill: css(colour) + '22', width: 2, spanGaps: true, points: { show: values.filter((v) => v !== null).length < 40, size: 4 },
    value: (of, value) => value === null ? '–' : format(value),
    ...(bars ? { paths: uPlot.paths.bars({ size: [0.7, 40] }), fill: css(colour) + '88', points: { show: false } } : {}),
  }];
  const data = [times.map((time) => time / 1000), values];
  if (target !== null) {
    series.push({ stroke: css('--ink-2'), dash: [5, 4], width: 1, points: { show: false } });
    data.push(times.map(() => target));
  }
  const chart = new uPlot({
    width: Math.max(120, into.clientWidth), height, legend: { show: false }, cursor: { show: false },
    axes: axes({ y: { values: (of, splits) => splits.map(format) } }), series,
    scales: { x: { range: () => span.map((when) => when / 1000) }, y: { range: (of, low, high) => [Math.min(0, low ?? 0), Math.max(high ?? 1, target ?? 0) * 1.1 || 1] } },
  }, data, into);
  return fit(chart, into, height);
}
