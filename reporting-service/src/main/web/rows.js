// The rows behind a figure, each of which opens its deal by name.
import { ask } from './api.js';
import { daysOfPart, where, yearBefore } from './asked.js';
import { button, element } from './dom.js';
import { cell, figure, isFigure, key, sum } from './format.js';
import { downloads } from './panels.js';
import { failed, standing } from './states.js';
import { labelled, say } from './text.js';

const BUCKETS = ['month', 'quarter', 'year'];
const SIZE = 50;
const MOST = 10_000;
const TITLES = ['name', 'product', 'milestone', 'item', 'number', 'kind', 'owner', 'signed_on', 'initiated_on', 'opened_on'];
const TYPES = { NUMBER: 'INTEGER', DAY: 'DATE' };

/** Where the rows behind a figure are asked for, and what they are called. */
export function behind(report, opened, at, days) {
  const { dataset, where: own, figure: shown } = report.partOf(opened.measure);
  const bucket = BUCKETS.find(name => opened.keys[name]);
  const keys = Object.fromEntries(Object.entries(opened.keys).filter(([name]) => name !== bucket));
  const measure = measureOf(dataset, shown);
  let { from, to } = bucket ? within(days, daysOfPart(opened.keys[bucket])) : days;
  if (opened.before) [from, to] = [yearBefore(from), yearBefore(to)];
  const of = Object.entries(opened.keys).map(([name, value]) => key(columnOf(dataset, name), value));
  const narrowed = [own && `(${own})`, where(dataset, at, keys)].filter(Boolean).join(' and ');
  return {
    title: say('rowsOf', { measure: labelled(measure?.label) || opened.measure, of: of.join(' · ') || say('everything') }),
    report: { name: `${report.name}-${opened.measure}`, title: report.title, path: dataset.rows }, days: { from, to },
    asking: {
      asOf: to, measure: measure?.name, from: measure && isFlow(dataset, measure) ? from : undefined, where: narrowed || undefined,
    },
    measure,
  };
}

/** Deals by a part of their name. */
export function named(declaration, text) {
  const dataset = declaration.datasets.find(one => one.dimensions.has('name'));
  if (!dataset) return null;
  return {
    title: say('found', { text }), report: { name: 'deals', title: labelled(dataset.label), path: dataset.rows },
    asking: { where: `contains(name, '${text.replaceAll("'", "''")}')` }, days: { to: '' },
  };
}

const within = (days, part) => ({ from: [days.from, part.from].sort()[1], to: [days.to, part.to].sort()[0] });

const columnOf = (dataset, name) => {
  const known = dataset.dimensions.get(name);
  return { name, label: known?.label, type: TYPES[known?.type] ?? known?.type ?? 'TEXT' };
};

/** A figure of days is named for its measure and how it is told. */
const measureOf = (dataset, name) =>
  dataset.measures.get(name) ?? [...dataset.measures.values()].find(measure => name.startsWith(`${measure.name}_`));

const isFlow = (dataset, { kind, of, part, plus }) =>
  kind === 'FLOW' || kind === 'DISTINCT' || (kind === 'DAYS' && of === 'SPAN') || (part ?? plus ?? []).some(name => dataset.measures.get(name)?.kind === 'FLOW');

/** Fills a place with the rows; `open(id, name)` leads on. */
export async function showRows(place, asked, open) {
  const content = element('div', { class: 'rows' }, element('p', { class: 'note', role: 'status' }, say('loading')));
  place.replaceChildren(content);
  const load = async (after, before) => {
    try {
      const answer = await ask(asked.report.path, { ...asked.asking, limit: SIZE, after });
      const rows = [...before, ...answer.rows];
      content.replaceChildren(...told(asked, answer, rows, open), answer.next
        ? button(say('more'), () => load(answer.next, rows), { class: 'more' }) : '');
    } catch (problem) {
      content.replaceChildren(failed(problem, () => load(after, before)));
    }
  };
  await load(undefined, []);
}

function told(asked, answer, rows, open) {
  if (rows.length === 0) return [...standing(answer), element('p', { class: 'note' }, say('noRows'))];
  const figures = answer.columns.filter(column => column.name === asked.measure?.name || asked.measure?.part?.includes(column.name)
    || asked.measure?.whole?.includes(column.name) || asked.measure?.plus?.includes(column.name) || asked.measure?.minus?.includes(column.name));
  const [id] = answer.columns;
  const shown = [...figures, ...answer.columns.filter(column => !hidden(column, id, figures, rows))];
  return [
    ...standing(answer),
    element('p', { class: 'note', role: 'status' },
      say(answer.next ? 'rowsSoFar' : 'rows', { n: rows.length }), ' ', answer.next ? '' : sums(figures, rows),
      element('span', { class: 'files' }, downloads(asked.report, { ...asked.asking, limit: MOST }, asked.days))),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': asked.title },
      element('table', {},
        element('caption', {}, asked.title),
        element('thead', {}, element('tr', {}, element('th', { scope: 'col', class: 'key' }, say('name')),
          shown.map(column => element('th', { scope: 'col', class: isNumber(column) ? undefined : 'key' }, labelled(column.label))))),
        element('tbody', {}, rows.map(row => line(row, id, answer.columns, shown, open))))),
  ];
}

const isNumber = column => isFigure(column) || column.type === 'INTEGER';

/** What says nothing to a person, stands elsewhere in the row, or is said of no row. */
const hidden = (column, id, figures, rows) => figures.includes(column)
  || [id.name, 'part', 'event_position', 'name', 'account_id', 'currency'].includes(column.name) || rows.every(row => row[column.name] === null);

function line(row, id, columns, shown, open) {
  const name = nameOf(row, columns);
  return element('tr', {},
    element('th', { scope: 'row', class: 'key' }, button(name, () => open(row[id.name], name),
      { class: 'figure', 'aria-label': say('openDeal', { name }), 'data-deal': row[id.name] })),
    shown.map(column => element('td', { class: isNumber(column) ? undefined : 'key' }, cell(column, row[column.name], row.currency))));
}

/** A row is called by its name; what has none by the first things that are said of it. */
export function nameOf(row, columns) {
  if (row.name) return row.name;
  const said = TITLES.map(name => columns.find(column => column.name === name))
    .filter(column => column && row[column.name] !== null && row[column.name] !== undefined)
    .map(column => key(column, row[column.name]));
  return said.slice(0, 2).join(' · ') || say('untitled');
}

/** So that a reader sees that they are what the figure is of. */
function sums(figures, rows) {
  const currencies = new Set(rows.map(row => row.currency));
  return figures.filter(column => ['STOCK', 'FLOW'].includes(column.additivity) && (column.unit !== 'CURRENCY' || currencies.size === 1))
    .map(column => say('sum', { sum: `${labelled(column.label)} ${figure(column, sum(rows.map(row => row[column.name])), rows[0].currency)}` })).join(' ');
}
