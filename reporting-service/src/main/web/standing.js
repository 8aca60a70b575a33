// What a reader most likely wants to see first: the currency of most deals, and this quarter, or the last one with figures.
import { ask } from './api.js';
import { daysOf, daysOfPart } from './asked.js';
import { figuresOf } from './figures.js';
import { size } from './format.js';

const SINCE = '2000-01-01';

/** `today` of the service, `currencies` with those of most deals first, and the last day with figures where that was before this quarter. */
export async function standingOf({ reports }) {
  const stands = reports.find(report => !report.isPeriod && report.dataset?.hasMoney) ?? reports[0];
  const happens = reports.find(report => report.isPeriod && report.dataset === stands.dataset);
  const [now, quarters] = await Promise.all([
    ask(stands.path, { by: 'currency' }),
    happens ? ask(happens.path, { by: 'quarter', from: SINCE }).catch(() => null) : null,
  ]);
  const today = now.asOf;
  const lastDay = quarters ? lastWithFigures(quarters, today) : '';
  const isNow = !lastDay || lastDay >= daysOf({ period: 'quarter' }, today).from;
  return { today, currencies: currencies(now), lastDay, asOf: isNow ? '' : lastDay };
}

function currencies({ columns, rows }) {
  const deals = figuresOf(columns).find(column => column.unit === 'COUNT');
  const most = row => deals ? size(row[deals.name]) : 0;
  return rows.filter(row => row.currency).sort((one, other) => most(other) - most(one)).map(row => row.currency);
}

function lastWithFigures({ columns, rows }, today) {
  const figures = figuresOf(columns).filter(column => column.additivity === 'FLOW');
  const last = rows.filter(row => figures.some(column => size(row[column.name]) > 0)).map(row => row.quarter).sort().at(-1);
  return last ? [daysOfPart(last).to, today].sort()[0] : '';
}
