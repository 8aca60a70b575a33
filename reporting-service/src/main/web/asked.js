// What is asked stands in the page's address, so that it can be shared and Back leads to what was asked before.
import { FILTERS } from './declaration.js';

export const PERIODS = ['quarter', 'last-quarter', 'year', 'custom'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The address in parts: what figures are asked for (`period` .. `by`), and what is opened over them. */
export function asked() {
  const all = new URLSearchParams(location.search);
  const one = name => all.get(name) ?? '';
  const days = name => DAY.test(one(name)) ? one(name) : '';
  const custom = one('period') === 'custom' && days('from') && days('to');
  return {
    period: custom || PERIODS.slice(0, 3).includes(one('period')) ? one('period') : '',
    from: custom ? days('from') : '', to: custom ? days('to') : '', asOf: custom ? '' : days('asOf'),
    currency: one('currency'), compare: one('compare') === 'year',
    filters: Object.fromEntries(FILTERS.filter(all.get.bind(all)).map(name => [name, all.get(name)])),
    by: prefixed(all, 'by.'),
    opened: one('open') ? {
      report: one('open').split('/')[0], measure: one('open').split('/')[1],
      keys: { ...prefixed(all, 'at.'), ...Object.fromEntries(all.getAll('none').map(name => [name, null])) },
      before: one('before') === '1',
    } : null,
    find: one('find'), deal: one('deal'),
  };
}

const prefixed = (all, prefix) => Object.fromEntries([...all].filter(([name]) => name.startsWith(prefix))
  .map(([name, value]) => [name.slice(prefix.length), value]));

/** The parts of an address that open something over the figures. */
const opens = name => ['open', 'none', 'before', 'find', 'deal'].includes(name) || name.startsWith('at.');

/** The same address with other parts; null takes one out. */
export function address(changes, { closing = false } = {}) {
  const all = new URLSearchParams(location.search);
  if (closing) [...all.keys()].filter(opens).forEach(name => all.delete(name));
  for (const [name, value] of Object.entries(changes)) {
    all.delete(name);
    if (Array.isArray(value)) value.forEach(one => all.append(name, one));
    else if (value !== null && value !== '') all.set(name, value);
  }
  return all.size > 0 ? `?${all}` : location.pathname;
}

/** What opens the rows behind a figure. */
export const opening = (report, measure, keys, before) => ({
  open: `${report}/${measure}`,
  ...Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== null).map(([name, value]) => [`at.${name}`, value])),
  none: Object.keys(keys).filter(name => keys[name] === null),
  before: before ? '1' : null,
});

/** Address of the figures alone: they are fetched anew only when it changes. */
export const figuresAsked = () => {
  const all = new URLSearchParams(location.search);
  [...all.keys()].filter(opens).forEach(name => all.delete(name));
  return String(all);
};

const iso = date => date.toISOString().slice(0, 10);
const utc = (year, month, day) => iso(new Date(Date.UTC(year, month, day)));
const parts = text => text.split('-').map(Number);

function quarterBegins(text) {
  const [year, month] = parts(text);
  return utc(year, Math.floor((month - 1) / 3) * 3, 1);
}

const dayBefore = text => {
  const [year, month, day] = parts(text);
  return utc(year, month - 1, day - 1);
};

export function yearBefore(text) {
  const [year, month, day] = parts(text);
  const last = parts(utc(year - 1, month, 0))[2];
  return utc(year - 1, month - 1, Math.min(day, last));
}

/** The days that are meant: what stands is asked as of the last one, what happened from the first one on. */
export function daysOf({ period, from, to, asOf }, today) {
  if (period === 'custom') return { from, to };
  if (period === 'last-quarter') {
    const end = dayBefore(quarterBegins(today));
    return { from: quarterBegins(end), to: end };
  }
  const end = asOf || today;
  return { from: period === 'year' ? `${end.slice(0, 4)}-01-01` : quarterBegins(end), to: end };
}

/** First and last day of `2017-03`, `2017-Q1` or `2017`. */
export function daysOfPart(name) {
  const [year, part] = name.split('-');
  if (!part) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const first = part.startsWith('Q') ? (Number(part[1]) - 1) * 3 : Number(part) - 1;
  return { from: utc(year, first, 1), to: utc(year, first + (part.startsWith('Q') ? 3 : 1), 0) };
}

const literal = (dimension, value) => {
  if (['INTEGER', 'NUMBER', 'FLAG', 'BOOLEAN', 'DAY', 'DATE'].includes(dimension?.type)) return value;
  return `'${String(value).replaceAll("'", "''")}'`;
};

const condition = (dataset, name, value) =>
  `${name} eq ${value === null ? 'null' : literal(dataset.dimensions.get(name), value)}`;

/** In which one currency all amounts are wanted; empty where each is in its own. */
export const into = currency => currency.startsWith('in:') ? currency.slice(3) : '';

/** What a dataset's rows are narrowed to; undefined asks for all. */
export function where(dataset, { filters, currency }, keys = {}) {
  const own = dataset.hasMoney && currency && currency !== 'all' && !into(currency);
  const asked = { ...filters, ...(own ? { currency } : {}), ...keys };
  const parts = Object.entries(asked)
    .filter(([name]) => name === 'currency' || dataset.dimensions.has(name))
    .map(([name, value]) => condition(dataset, name, value));
  return parts.length > 0 ? parts.join(' and ') : undefined;
}

/** A filter that a dataset is not told apart by, so that nothing of it can be shown. */
export const unfit = (report, { filters }) =>
  Object.keys(filters).find(name => !report.dataset?.dimensions.has(name) || !report.tells(name));
