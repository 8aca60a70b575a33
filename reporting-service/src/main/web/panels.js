// A panel for each report that is declared: its figures as a table and a chart, how far they can be trusted, and the files of them.
import { ask, save } from './api.js';
import { into, unfit, where } from './asked.js';
import { button, choice, element } from './dom.js';
import { figuresOf, figuresTable } from './figures.js';
import { day, figure, shortFigure } from './format.js';
import { failed, note, standing } from './states.js';
import { labelled, say } from './text.js';

const BUCKETS = ['month', 'quarter', 'year'];
const AT_ONCE = 3;
/** A table with more figures than this has the page's whole width. */
const WIDE = 6;

/** @param on what the page does with a choice: `by(report, dimension)`, `open(report, measure, keys, before)`, `lastQuarter()` */
export function panelsOf(reports, on) {
  const cards = reports.map(report => card(report, on));
  const place = element('div', { id: 'panels', class: 'panels' });
  let round = 0;
  let placed = 0;

  /** In their order, each when it has its figures, so that nothing that is there moves. */
  function append() {
    for (; placed < cards.length && cards[placed].filled; placed++) place.append(cards[placed].element);
    if (placed > 0 && performance.getEntriesByName('figures').length === 0) performance.mark('figures');
  }

  /** Everything anew; an answer to an earlier asking is thrown away. */
  async function load(at, days, offerLast) {
    const mine = ++round;
    const isLate = () => mine !== round;
    const waiting = [...cards];
    const worker = async () => {
      for (let next = waiting.shift(); next && !isLate(); next = waiting.shift()) {
        await next.load(at, days, offerLast, isLate);
        append();
      }
    };
    cards.forEach(one => one.waits(at, days));
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return !isLate();
  }

  return { element: place, tiles: tilesOf(cards, on), load, latest: () => cards.map(one => one.answer).find(Boolean) };
}

function card(report, on) {
  const id = `panel-${report.name}`;
  const scope = element('p', { class: 'scope' });
  const by = choice(`by-${report.name}`, say('by'), report.choices, report.by[0], {
    'aria-label': say('byOf', { report: report.title }), onchange: event => on.by(report, event.target.value),
  });
  const files = element('span', { class: 'files' });
  const body = element('div', { class: 'body' });
  const made = element('section', { id, class: `card panel${report.measures?.length > WIDE ? ' wide' : ''}`, 'aria-labelledby': `${id}-title` },
    element('header', {}, element('h2', { id: `${id}-title` }, report.title), by, files), scope, body);
  const self = { report, element: made, listeners: [], filled: false, answer: null };

  self.waits = (at, days) => {
    made.setAttribute('aria-busy', 'true');
    scope.textContent = scopeOf(report, at, days);
    by.querySelector('select').value = at.by[report.name] ?? report.by[0] ?? '';
  };

  self.load = async (at, days, offerLast, isLate) => {
    const missing = unfit(report, at);
    let content;
    let totals = null;
    files.replaceChildren();
    if (missing) {
      content = [note('UNFIT', say('unfit', { dimension: report.nameOf(missing) === missing ? at.labels[missing] : report.nameOf(missing) }))];
    } else {
      try {
        const asking = question(report, at, days);
        const [answer, all] = await Promise.all([
          ask(report.path, asking),
          ask(report.path, { ...asking, by: '', orderBy: undefined }).catch(() => null),
        ]);
        if (isLate()) return;
        totals = all;
        self.answer = answer;
        content = await shown(report, answer, all?.rows ?? [], offerLast && on.lastQuarter, on);
        if (isLate()) return;
        files.replaceChildren(...downloads(report, asking, days));
      } catch (problem) {
        if (isLate()) return;
        if (problem.unknownReader) return on.unknownReader(problem);
        content = [failed(problem, () => { self.waits(at, days); return self.load(at, days, offerLast, isLate); })];
      }
    }
    body.replaceChildren(...content);
    self.filled = true;
    made.removeAttribute('aria-busy');
    self.listeners.forEach(listener => listener(totals));
  };
  return self;
}

function question(report, at, days) {
  const chosen = at.by[report.name] && report.choices.some(([name]) => name === at.by[report.name]) ? [at.by[report.name]] : report.by;
  const isPeriod = report.isPeriod || chosen.some(name => BUCKETS.includes(name));
  return {
    by: chosen.join(','),
    where: report.dataset ? where(report.dataset, at) : undefined,
    compare: at.compare ? 'year' : undefined,
    ...(report.showsMoney && into(at.currency) ? { currency: into(at.currency), rates: 'then' } : {}),
    orderBy: report.chart && !inOrder(report, chosen[0]) ? `${report.chart.measure} desc` : undefined,
    ...(isPeriod ? days : { asOf: days.to }),
  };
}

/** Months and numbers have an order of their own. */
const inOrder = (report, dimension) => BUCKETS.includes(dimension) || /_month$/.test(dimension)
  || ['NUMBER', 'DAY'].includes(report.dataset?.dimensions.get(dimension)?.type);

export const currencyName = currency => currency === 'all' ? say('everyCurrency')
  : into(currency) ? say('inCurrency', { currency: into(currency) }) : currency;

function scopeOf(report, at, days) {
  const time = report.isPeriod ? say('days', { from: day(days.from), to: day(days.to) }) : say('asOfDay', { day: day(days.to) });
  const currency = !report.dataset?.hasMoney ? say('notByCurrency') : currencyName(at.currency);
  return [time, ...Object.values(at.filters), currency].filter(Boolean).join(' · ');
}

async function shown(report, answer, totals, showLast, on) {
  const open = (column, row, before) => on.open(report, column.name, keysOfRow(answer, row), before);
  const notes = standing(answer);
  if (answer.rows.length === 0) {
    return [...notes, note('EMPTY', say(report.isPeriod ? 'EMPTY' : 'EMPTY_DAY')),
      showLast && report.isPeriod ? button(say('showLast'), showLast) : null].filter(Boolean);
  }
  const { columns, rows } = answer;
  const drawn = report.chart ? (await import('./charts.js')).chart({
    ...report.chart, columns, rows, inOrder: inOrder(report, columns[0].name), open,
  }) : null;
  const { scroll, hidden } = figuresTable({ title: report.title, columns, rows, totals, open });
  return [...notes, drawn, scroll, hidden > 0 ? unfolding(rows.length) : null].filter(Boolean);
}

/** What was converted is of rows of every currency. */
const keysOfRow = ({ columns, rates }, row) => Object.fromEntries(columns
  .filter(column => column.additivity === 'KEY' && column.name in row && !(rates && column.name === 'currency')).map(column => [column.name, row[column.name]]));

/** The panel grows only when its reader wants it to. */
function unfolding(n) {
  const made = button(say('showAll', { n }), () => {
    const whole = made.closest('.panel').toggleAttribute('data-whole');
    made.textContent = whole ? say('showLess') : say('showAll', { n });
    made.setAttribute('aria-expanded', String(whole));
  }, { class: 'unfold', 'aria-expanded': 'false' });
  return made;
}

export const downloads = (report, asking, days) => ['csv', 'xlsx'].map(format => {
  const label = say('download', { report: report.title, format: format.toUpperCase() });
  const made = button(format.toUpperCase(), async () => {
    made.disabled = true;
    try {
      await save(report.path, { ...asking, format, ...(format === 'csv' ? { bom: 'true' } : {}) }, `${report.name}-${days.to}.${format}`);
    } catch (problem) {
      made.closest('.card, dialog').append(failed(problem, event => event.target.closest('.failed').remove()));
    } finally {
      made.disabled = false;
    }
  }, { class: 'quiet', 'aria-label': label });
  return made;
});

/** What each chart draws, in one figure; a figure that two panels share is told once. */
function tilesOf(cards, on) {
  const seen = new Set();
  return cards.filter(({ report }) => {
    const name = `${report.dataset?.name}/${report.chart?.measure}`;
    return report.chart && !seen.has(name) && seen.add(name);
  }).map(one => {
    const { report } = one;
    const tile = element('div', {}, element('dt', {}, labelled(report.dataset?.measures.get(report.chart.measure)?.label)), element('dd', {}, '…'));
    one.listeners.push(totals => {
      const column = totals && figuresOf(totals.columns).find(found => found.name === report.chart.measure);
      const values = !column ? [] : totals.rows.filter(row => row.currency !== null || totals.rows.length === 1).map(row => tileFigure(report, column, row, totals.rates, on));
      tile.replaceChildren(tile.firstChild, ...(values.length > 0 ? values.flat() : [element('dd', {}, '–')]));
    });
    return tile;
  });
}

function tileFigure(report, column, row, rates, on) {
  const exact = figure(column, row[column.name], row.currency);
  const short = shortFigure(column, row[column.name], row.currency);
  const keys = row.currency && !rates ? { currency: row.currency } : {};
  return [
    element('dd', {}, button(short, () => on.open(report, column.name, keys, false),
      { class: 'figure', 'aria-label': say('openFigure', { measure: labelled(column.label), of: say('everything'), figure: `${short} (${exact})` }) })),
    element('dd', { class: 'exact' }, exact),
  ];
}
