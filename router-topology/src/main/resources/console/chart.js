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

/** Sentiment and confidence over a conversation, with the moment of escalation marked. */
export function trail(into, seen) {
  const escalated = Date.parse(seen.packet.escalatedAt) / 1000;
  const points = new Map();
  const put = (when, index, value) => {
    const row = points.get(when) ?? [null, null];
    row[index] = value;
    points.set(when, row);
  };
  seen.packet.confidenceTrail.forEach((point) => put(Date.parse(point.at) / 1000, 0, point.confidence));
  (seen.sentiment ?? []).forEach((point) => put(Date.parse(point.at) / 1000, 1, (point.sentiment + 1) / 2));
  if (points.size < 2) return [];
  const times = [...new Set([...points.keys(), escalated])].sort((a, b) => a - b);
  const column = (index) => times.map((when) => points.get(when)?.[index] ?? null);
  const mark = (chart) => {
    const x = chart.valToPos(escalated, 'x', true);
    const { ctx, bbox } = chart;
    ctx.save();
    ctx.strokeStyle = css('--bad');
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.restore();
  };
  const line = (label, colour, value) => ({ label, stroke: css(colour), width: 2, spanGaps: true, points: { show: true, size: 6, fill: css(colour) }, value });
  const chart = new uPlot({
    width: Math.max(120, into.clientWidth), height: 150, cursor: { y: false }, legend: { live: true },
    scales: { y: { range: [0, 1] } },
    axes: axes({ y: { values: (of, splits) => splits.map((value) => value.toFixed(1)), splits: () => [0, 0.5, 1] } }),
    series: [{ value: (of, value) => value === null ? '' : new Date(value * 1000).toLocaleTimeString() },
      line('assistant confidence', '--accent', (of, value) => value === null ? '–' : value.toFixed(2)),
      line('sentiment (middle = neutral)', '--warm', (of, value) => value === null ? '–' : (value * 2 - 1).toFixed(2))],
    hooks: { draw: [mark] },
  }, [times, column(0), column(1)], into);
  return [fit(chart, into, 150)];
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
