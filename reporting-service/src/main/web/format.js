// How figures are written. Amounts stay the decimal strings that the API sends: no cent passes through a float.

const whole = new Intl.NumberFormat('en');
const share = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const monthName = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

export const nothing = '–';

export const isMoney = value => value !== null && typeof value === 'object' && 'amount' in value && 'currency' in value;

export const count = value => value == null ? nothing : whole.format(value);

export const rate = value => value == null ? nothing : share.format(value);

export function money(value) {
  if (value == null) return nothing;
  const digits = value.amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat('en', {
    style: 'currency', currency: value.currency, currencyDisplay: 'code',
    minimumFractionDigits: digits, maximumFractionDigits: digits,
  }).format(value.amount).replace('\u00a0', ' '); // may break there on a phone
}

/** For axes and tiles, where the exact amount stands beside it. */
export function roundMoney(amount, currency) {
  return new Intl.NumberFormat('en', {
    style: 'currency', currency, currencyDisplay: 'code', notation: 'compact', maximumSignificantDigits: 4,
  }).format(amount);
}

/** For the length of a bar alone. */
export const length = value => value == null ? 0 : Number(isMoney(value) ? value.amount : value);

export function month(key) {
  return /^\d{4}-\d{2}$/.test(key) ? monthName.format(new Date(key + '-01T00:00:00Z')) : key;
}

/** onTime -> On time, IDENTIFIED -> Identified. */
export function words(name) {
  const text = /^[A-Z0-9_]+$/.test(name)
    ? name.toLowerCase().replaceAll('_', ' ')
    : name.replace(/[A-Z]/g, letter => ' ' + letter.toLowerCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Any measure of a report, by what it is. */
export function measure(name, value) {
  if (value == null) return nothing;
  if (isMoney(value)) return money(value);
  if (typeof value !== 'number') return String(value);
  return /rate$/i.test(name) ? rate(value) : count(value);
}
