// How figures are written in the reader's language. Amounts stay the decimal strings that the API sends: no cent passes through a float.
import { coded, labelled, language, say, worded } from './text.js';

const whole = new Intl.NumberFormat(language);
const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const change = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const dayName = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
const monthName = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const timeName = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

export const count = value => whole.format(value);
export const day = text => dayName.format(new Date(text.slice(0, 10) + 'T00:00:00Z'));
export const time = text => timeName.format(new Date(text));

export function money(amount, currency) {
  const digits = String(amount).split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(language, {
    style: 'currency', currency, currencyDisplay: 'code', minimumFractionDigits: digits, maximumFractionDigits: digits,
  }).format(amount);
}

/** For tiles and bars, where the exact amount stands beside it. */
const roundMoney = (amount, currency) => new Intl.NumberFormat(language, {
  style: 'currency', currency, currencyDisplay: 'code', notation: 'compact', maximumSignificantDigits: 4,
}).format(amount);

/** Whether a column tells a share, and not an average: the declaration calls those rates. */
const isShare = column => column.type === 'DECIMAL' && !column.unit && /(^|_)rate(_|$)/.test(column.name);

export const isFigure = column => column.additivity !== 'KEY';

/** What there is nothing to tell of: a share of nothing, the days of nobody, an amount where there is no currency. */
export const isVoid = (column, value, currency) =>
  (value === null || value === undefined) && (column.additivity === 'NONE' || (column.unit === 'CURRENCY' && !currency));

/** A figure; null is what is not known, and never 0. */
export function figure(column, value, currency) {
  if (isVoid(column, value, currency)) return '–';
  if (value === null || value === undefined) return say('unknown');
  if (column.unit === 'CURRENCY') return money(value, currency);
  if (isShare(column)) return share.format(value);
  return column.type === 'DECIMAL' ? decimal.format(value) : count(value);
}

/** The same in few signs. */
export const shortFigure = (column, value, currency) =>
  column.unit === 'CURRENCY' && value !== null && currency ? roundMoney(value, currency) : figure(column, value, currency);

export const isNothing = value => value !== null && Number(value) === 0;

/** For the length of a bar alone. */
export const size = value => value === null || value === undefined ? 0 : Number(value);

/** By how much a figure differs from the one of a year before; empty where that cannot be told. */
export function changed(column, now, before) {
  if (column.additivity === 'NONE' || now === null || before === null || Number(before) <= 0) return '';
  return change.format((Number(now) - Number(before)) / Number(before));
}

/** The exact sum of decimal strings. */
export function sum(values) {
  const known = values.filter(value => value !== null && value !== undefined).map(String);
  const scale = Math.max(0, ...known.map(value => value.split('.')[1]?.length ?? 0));
  const total = known.reduce((all, value) => {
    const [head, tail = ''] = value.split('.');
    return all + BigInt(head + tail.padEnd(scale, '0'));
  }, 0n);
  const digits = String(total < 0n ? -total : total).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return total < 0n ? `-${text}` : text;
}

/** What people name themselves, and no code of ours. */
const WRITTEN = new Set(['region', 'team', 'owner', 'product', 'name', 'template', 'currency', 'account_id']);

/** What rows are told apart by. */
export function key(column, value) {
  if (value === null || value === undefined) return say(column.name === 'currency' ? 'noAmount' : 'unsaid');
  if (column.type === 'DATE') return day(value);
  if (column.type === 'INTEGER') {
    return column.name === 'true_stage' && Number(value) === 0 ? say('nothingProven') : `${labelled(column.label)} ${value}`;
  }
  if (/^\d{4}-\d{2}$/.test(value)) return monthName.format(new Date(`${value}-01T00:00:00Z`));
  const [, year, quarter] = /^(\d{4})-Q(\d)$/.exec(value) ?? [];
  if (quarter) return say('quarterName', { year, quarter });
  return WRITTEN.has(column.name) ? coded(value) : worded(String(value));
}

/** Any value of a row. */
export const cell = (column, value, currency) => {
  if (isFigure(column)) return figure(column, value, currency);
  return column.type === 'INTEGER' && value !== null ? count(value) : key(column, value);
};
