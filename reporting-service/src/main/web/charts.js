// The charts: bars and lines of our own, in the page's colours; every one stands above a table with the same figures.
import { element } from './dom.js';
import { key, shortFigure, size, sum } from './format.js';
import { PREVIOUS } from './figures.js';
import { labelled, say } from './text.js';

const MOST = 8;

/**
 * One measure over the first of what rows are told apart by; null where nothing can be drawn.
 *
 * @param form LINE or BARS
 * @param inOrder whether what is drawn has an order of its own; else the longest bar comes first
 * @param open is called as from the table
 */
export function chart({ form, measure, columns, rows, inOrder, open }) {
  const column = columns.find(one => one.name === measure);
  const by = columns.find(one => one.additivity === 'KEY' && one.name !== 'currency');
  const currencies = new Set(rows.map(row => row.currency));
  if (!column || !by || currencies.size !== 1 || column.additivity === 'NONE') return null;
  const [currency] = currencies;
  const compared = columns.some(one => one.name === measure + PREVIOUS);
  const all = grouped(rows, by.name).map(([value, of]) => ({
    value, row: { [by.name]: value, ...(currency ? { currency } : {}) },
    now: total(of, measure), before: compared ? total(of, measure + PREVIOUS) : null,
  }));
  const largest = Math.max(...all.flatMap(one => [size(one.now), size(one.before)]));
  if (!(largest > 0)) return null;
  const label = say('chart', { measure: labelled(column.label), dimension: labelled(by.label) });
  const about = { column, by, currency, largest, compared, open };
  return form === 'LINE' && inOrder && all.length > 1 ? line(all, label, about) : bars(all, label, inOrder, about);
}

function bars(all, label, inOrder, about) {
  if (!inOrder) all.sort((one, other) => size(other.now) - size(one.now));
  return element('div', { class: 'drawn' },
    element('div', { class: 'bars', role: 'img', 'aria-label': label }, all.slice(0, MOST).map(one => bar(one, about))),
    all.length > MOST ? element('p', { class: 'note' }, say('moreInTable', { n: all.length - MOST })) : null);
}

/** From the first to the last, with the largest written at its height. */
function line(all, label, { column, by, currency, largest, compared }) {
  const drawing = svg('svg', { viewBox: '0 0 100 40', preserveAspectRatio: 'none' },
    compared ? svg('polyline', { class: 'was', points: points(all.map(one => one.before), largest) }) : null,
    svg('polyline', { points: points(all.map(one => one.now), largest) }));
  return element('div', { class: 'drawn' }, element('div', { class: 'line', role: 'img', 'aria-label': label },
    element('span', { class: 'value' }, shortFigure(column, String(largest), currency)), drawing,
    element('span', { class: 'ends' }, element('span', {}, key(by, all[0].value)), element('span', {}, key(by, all.at(-1).value)))));
}

const points = (values, largest) => values
  .map((value, at) => `${at * 100 / (values.length - 1)},${40 - 38 * Math.max(0, size(value)) / largest}`).join(' ');

function svg(name, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children.filter(Boolean));
  return made;
}

function bar({ value, row, now, before }, { column, by, currency, largest, compared, open }) {
  const name = key(by, value);
  return element('div', { class: 'bar', onclick: () => open(column, row, false) },
    element('span', { class: 'name', title: name }, name),
    element('span', { class: 'track' },
      length('now', size(now) / largest),
      compared ? length('was', size(before) / largest) : null),
    element('span', { class: 'value' }, shortFigure(column, now, currency)));
}

function length(kind, part) {
  const made = element('span', { class: kind });
  made.style.setProperty('inline-size', `${Math.max(0, part) * 100}%`);
  return made;
}

/** Rows by the value of a column, in the order in which values first come. */
function grouped(rows, name) {
  const found = new Map();
  for (const row of rows) {
    if (!found.has(row[name])) found.set(row[name], []);
    found.get(row[name]).push(row);
  }
  return [...found];
}

const total = (rows, name) => rows.every(row => row[name] === null) ? null : sum(rows.map(row => row[name]));
