// The charts: calm, in the page's colours, drawn on canvas. Every one stands beside a table with the same figures.
import * as echarts from './echarts/echarts.esm.min.js';
import { length, roundMoney } from './format.js';

const darkness = matchMedia('(prefers-color-scheme: dark)');
const stillness = matchMedia('(prefers-reduced-motion: reduce)');
const shown = new Map();

function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(['ink', 'muted', 'line', 'card', 'strong', 'soft', 'pale', 'warm']
    .map(name => [name, style.getPropertyValue('--' + name).trim()]));
}

/** Shows what `option(colours)` says in the element, and again whenever width or colours change. */
export function draw(element, option) {
  shown.get(element)?.chart.dispose();
  const chart = echarts.init(element, null, { renderer: 'canvas' });
  shown.set(element, { chart, option });
  paint(chart, option);
  sizes.observe(element);
}

/** Lets go of an element that leaves the page. */
export function erase(element) {
  sizes.unobserve(element);
  shown.get(element)?.chart.dispose();
  shown.delete(element);
}

function paint(chart, option) {
  const colour = colours();
  chart.setOption({
    animation: !stillness.matches,
    animationDuration: 350,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour.ink },
    grid: { left: 4, right: 16, top: 28, bottom: 4, containLabel: true },
    // Text drawn in the chart: the page's policy allows no inline styles.
    tooltip: {
      renderMode: 'richText', confine: true, trigger: 'axis', axisPointer: { type: 'shadow', shadowStyle: { opacity: .12 } },
      backgroundColor: colour.card, borderColor: colour.line, textStyle: { color: colour.ink, fontSize: 13 },
    },
    ...option(colour),
  }, true);
}

const sizes = new ResizeObserver(entries => entries.forEach(({ target }) => shown.get(target)?.chart.resize()));
darkness.addEventListener('change', () => shown.forEach(({ chart, option }) => paint(chart, option)));

const names = (colour, data, more = {}) => ({
  type: 'category', data, axisTick: { show: false }, axisLine: { lineStyle: { color: colour.line } },
  axisLabel: { color: colour.muted, ...more.axisLabel }, inverse: more.inverse ?? false,
});

const values = (colour, more = {}) => ({
  type: 'value', splitNumber: 4, splitLine: { lineStyle: { color: colour.line } }, axisLabel: { color: colour.muted },
  ...more,
});

const legend = colour => ({ top: 0, left: 0, itemWidth: 12, itemHeight: 8, icon: 'roundRect', textStyle: { color: colour.muted } });

/** Bars that lie, each with its words at its end. `bars` = [{name, value, text}] */
export const lyingBars = (bars, max) => colour => ({
  grid: { left: 4, right: 84, top: 4, bottom: 4, containLabel: true },
  xAxis: values(colour, { show: false, max: max ?? null }),
  yAxis: names(colour, bars.map(bar => bar.name), { inverse: true }),
  series: [{
    type: 'bar', barMaxWidth: 30, itemStyle: { color: colour.strong, borderRadius: [0, 5, 5, 0] },
    data: bars.map(bar => bar.value),
    label: { show: true, position: 'right', color: colour.ink, formatter: bar => bars[bar.dataIndex].text },
  }],
  tooltip: { show: false },
});

/** Standing bars over months or names. `series` = [{name, colour, values, stack}], amounts when a currency is given. */
export const standingBars = (keys, series, currency) => colour => ({
  legend: series.length > 1 ? legend(colour) : { show: false },
  xAxis: names(colour, keys, { axisLabel: { hideOverlap: true } }),
  yAxis: values(colour, currency
    ? { axisLabel: { color: colour.muted, formatter: amount => roundMoney(amount, currency) } }
    : { minInterval: 1 }),
  series: series.map(one => ({
    name: one.name, type: 'bar', stack: one.stack, barMaxWidth: 34, itemStyle: { color: colour[one.colour] },
    data: one.values.map(length), tooltip: { valueFormatter: one.text },
  })),
});

/** Won and lost by month, and the share of the won over them. */
export const wonAndLost = (months, won, lost, rates) => colour => ({
  legend: legend(colour),
  grid: { left: 4, right: 4, top: 34, bottom: 4, containLabel: true },
  xAxis: names(colour, months, { axisLabel: { hideOverlap: true } }),
  yAxis: [
    values(colour, { minInterval: 1 }),
    values(colour, { min: 0, max: 1, interval: .25, splitLine: { show: false }, axisLabel: { color: colour.muted, formatter: share => Math.round(share * 100) + '%' } }),
  ],
  series: [
    { name: 'Won', type: 'bar', stack: 'closed', barMaxWidth: 34, itemStyle: { color: colour.strong }, data: won },
    { name: 'Lost', type: 'bar', stack: 'closed', barMaxWidth: 34, itemStyle: { color: colour.pale }, data: lost },
    {
      name: 'Win rate', type: 'line', yAxisIndex: 1, symbolSize: 7, lineStyle: { width: 2.5 }, color: colour.warm, data: rates,
      connectNulls: false, tooltip: { valueFormatter: share => share == null ? '–' : (share * 100).toFixed(1) + '%' },
    },
  ],
});

/** From an opening over steps to a closing. `steps` = [{name, from, to, text, kind: level | more | won | less}] */
export const waterfall = (steps, currency) => colour => ({
  grid: { left: 4, right: 8, top: 24, bottom: 4, containLabel: true },
  xAxis: names(colour, steps.map(step => step.name), { axisLabel: { interval: 0, rotate: innerWidth < 640 ? 55 : 0 } }),
  yAxis: values(colour, { axisLabel: { color: colour.muted, formatter: amount => roundMoney(amount, currency) } }),
  series: [
    { type: 'bar', stack: 'level', silent: true, itemStyle: { color: 'transparent' }, data: steps.map(step => Math.min(step.from, step.to)) },
    {
      type: 'bar', stack: 'level', barMaxWidth: 56,
      data: steps.map(step => ({
        value: Math.abs(step.to - step.from),
        itemStyle: { color: { level: colour.strong, more: colour.soft, won: colour.soft, less: colour.warm }[step.kind], borderRadius: 3 },
      })),
      label: { show: innerWidth >= 640, position: 'top', color: colour.muted, fontSize: 11, formatter: bar => steps[bar.dataIndex].short },
    },
  ],
  tooltip: { trigger: 'item', formatter: bar => `${steps[bar.dataIndex].name}\n${steps[bar.dataIndex].text}` },
});
