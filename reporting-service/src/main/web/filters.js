// The one bar of filters, which all panels obey.
import { ask } from './api.js';
import { PERIODS, daysOf } from './asked.js';
import { button, choice, element } from './dom.js';
import { coded, say } from './text.js';

const EARLIEST = '1900-01-01';

/** @param change is called with the parts of the address that were chosen */
export function filterBar(declaration, standing, change) {
  const day = (name, label) => element('label', {}, element('span', {}, label), element('input', { type: 'date', name, min: EARLIEST, max: standing.today }));
  const from = day('from', say('from'));
  const to = day('to', say('to'));
  const asOf = day('asOf', say('asOf'));
  const form = element('form', { class: 'filters', 'aria-label': say('filters'), onsubmit: event => event.preventDefault() },
    choice('period', say('period'), PERIODS.map(name => [name, say(name)]), 'quarter'), from, to, asOf,
    declaration.filters.map(({ name, label }) => choice(name, label, [['', say('all')]], '')),
    choice('currency', say('currency'), [...standing.currencies.map(code => [code, code]), ['all', say('everyCurrency')],
      ...(standing.currencies.length > 1 ? standing.currencies.map(code => [`in:${code}`, say('inCurrency', { currency: code })]) : [])], ''),
    element('label', { class: 'check' }, element('input', { type: 'checkbox', name: 'compare' }), element('span', {}, say('compare'))),
    button(say('clear'), () => change(Object.fromEntries([...declaration.filters.map(({ name }) => [name, null]), ['compare', null]])), { class: 'quiet' }));

  form.addEventListener('change', ({ target: { name } }) => {
    const chosen = form.elements[name];
    if (!chosen.validity.valid) {
      // A year that is still being typed is before all others.
      if (chosen.value >= EARLIEST) chosen.reportValidity();
      return;
    }
    const value = chosen.type === 'checkbox' ? (chosen.checked ? 'year' : null) : chosen.value || null;
    change(name === 'period' ? periodChosen(value, form, standing) : name === 'asOf' ? dayChosen(value, form) : { [name]: value });
  });

  return {
    element: form,
    show(at) {
      const days = daysOf(at, standing.today);
      const values = { period: at.period, from: days.from, to: days.to, asOf: days.to, currency: at.currency };
      for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
      from.hidden = to.hidden = at.period !== 'custom';
      asOf.hidden = at.period === 'custom';
      form.elements.compare.checked = at.compare;
      for (const { name } of declaration.filters) offer(form.elements[name], at.filters[name]);
    },
    /** What there is to choose from, which the panels do not wait for. */
    async fill() {
      await Promise.all(declaration.filters.map(async ({ name, dataset }) => {
        const report = declaration.reports.find(one => one.dataset === dataset && !one.isPeriod && !one.where);
        const found = report ? await ask(report.path, { by: name }).catch(() => ({ rows: [] })) : { rows: [] };
        [...new Set(found.rows.map(row => row[name]))].filter(value => value !== null)
          .forEach(value => offer(form.elements[name], value, false));
      }));
    },
  };
}

/** The days that were meant so far are where other days begin. */
function periodChosen(value, form, { today }) {
  if (value !== 'custom') return { period: value, from: null, to: null, ...(value === 'last-quarter' ? { asOf: null } : {}) };
  const days = daysOf({ period: form.dataset.period, asOf: form.elements.asOf.value }, today);
  return { period: 'custom', ...days, asOf: null };
}

/** The end of last quarter is a day like others once another one is named. */
const dayChosen = (value, form) => ({ asOf: value, period: form.elements.period.value === 'last-quarter' ? 'quarter' : form.elements.period.value });

function offer(select, value, chosen = true) {
  if (value === undefined) {
    if (chosen) select.value = '';
    return;
  }
  if (![...select.options].some(option => option.value === String(value))) {
    select.append(element('option', { value }, coded(value)));
  }
  if (chosen) select.value = value;
}
