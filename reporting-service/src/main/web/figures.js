// A report's figures as a table, each of which opens the rows behind it.
import { element } from './dom.js';
import { changed, figure, isFigure, isNothing, isVoid, key } from './format.js';
import { labelled, say } from './text.js';

export const PREVIOUS = '_previous';
const SHOWN = 10;

const isPrevious = column => column.name.endsWith(PREVIOUS);
const keysOf = columns => columns.filter(column => !isFigure(column));
export const figuresOf = columns => columns.filter(column => isFigure(column) && !isPrevious(column));

/** What a row is told apart by, in words. */
const rowName = (columns, row) => keysOf(columns).filter(column => column.name in row)
  .map(column => key(column, row[column.name])).join(' · ');

/**
 * The table of a panel.
 *
 * @param columns and `rows` of the answer, `totals` those of all together
 * @param open is called with a measure, the keys of a row and whether it is a year before
 */
export function figuresTable({ title, columns, rows, totals, open }) {
  const currencies = new Set(rows.map(row => row.currency));
  const keys = keysOf(columns).filter(column => column.name !== 'currency' || currencies.size > 1);
  const figures = figuresOf(columns);
  const compared = columns.some(isPrevious);
  const cells = (row, of) => figures.map(column => figureCell(column, row, of, compared, open));
  const body = rows.map((row, at) => {
    const of = rowName(keys, row) || say('everything');
    return element('tr', { class: at >= SHOWN ? 'beyond' : undefined },
      keys.length === 0 ? element('th', { scope: 'row' }, say('totals')) : null,
      keys.map((column, place) => element(place === 0 ? 'th' : 'td', { scope: place === 0 ? 'row' : undefined, class: 'key' },
        key(column, row[column.name]))),
      cells(row, of));
  });
  const foot = totals.map(row => element('tr', {},
    element('th', { scope: 'row', colspan: Math.max(1, keys.length) },
      currencies.size > 1 && 'currency' in row ? `${say('totals')} · ${key({ name: 'currency' }, row.currency)}` : say('totals')),
    cells(row, say('totals'))));
  const table = element('table', {},
    element('caption', {}, say('table', { report: title })),
    element('thead', {}, element('tr', {},
      keys.length === 0 ? element('td', {}) : null,
      keys.map(column => element('th', { scope: 'col', class: 'key' }, labelled(column.label))),
      figures.map(column => element('th', { scope: 'col' }, labelled(column.label))))),
    element('tbody', {}, body),
    foot.length > 0 ? element('tfoot', {}, foot) : null);
  return {
    hidden: Math.max(0, rows.length - SHOWN),
    scroll: element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('table', { report: title }) }, table),
  };
}

function figureCell(column, row, of, compared, open) {
  const before = compared ? row[column.name + PREVIOUS] : undefined;
  const change = compared ? changed(column, row[column.name], before) : '';
  return element('td', {},
    openable(column, row, row[column.name], of, false, open),
    compared ? element('span', { class: 'before' },
      openable(column, row, before, `${of}, ${say('compare')}`, true, open, text => say('lastYear', { figure: text })),
      change ? ` (${change})` : '') : null);
}

/** Nothing stands behind a zero; what is unknown has rows all the same. */
function openable(column, row, value, of, before, open, words = text => text) {
  const text = figure(column, value, row.currency);
  if (isVoid(column, value, row.currency) || (isNothing(value) && column.additivity !== 'NONE')) return words(text);
  return element('button', {
    type: 'button', class: value === null ? 'figure unknown' : 'figure',
    'aria-label': say('openFigure', { measure: labelled(column.label), of, figure: words(text) }),
    onclick: () => open(column, row, before),
  }, words(text));
}
