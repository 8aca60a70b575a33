// The page: what is asked stands in its address, the token in the tab's session, and every figure comes from the API.
import { forgetToken, hasToken, keepToken, report, takeTokenFromLink } from './api.js';
import { draw, erase } from './charts.js';
import { element, tile } from './dom.js';
import { count, money, rate, roundMoney } from './format.js';
import { panels } from './panels.js';
import { offerTrace } from './trace.js';

const asking = document.getElementById('asking');
const signIn = document.getElementById('sign-in');
const fault = document.getElementById('fault');
const tiles = document.getElementById('tiles');
const freshness = document.getElementById('freshness');
const currencies = document.getElementById('currencies');
const ASKED = ['asOf', 'from', 'to', 'currency'];
const MONTH = /^\d{4}-\d{2}$/;

let at = Object.fromEntries(ASKED.map(name => [name, new URLSearchParams(location.search).get(name) ?? '']));
const told = new Set(at.currency ? [at.currency] : []);
let round = 0;

const cards = new Map(panels.map(panel => {
  const body = element('div', { class: 'body' });
  const title = element('h2', { id: `${panel.id}-title` }, panel.title);
  const card = element('section', { id: panel.id, class: `card panel${panel.wide ? ' wide' : ''}`, 'aria-labelledby': title.id }, title, body);
  return [panel, { card, body }];
}));
document.getElementById('panels').append(...[...cards.values()].map(({ card }) => card));

const state = name => { document.body.dataset.state = name; };

function askForToken(message) {
  state('sign-in');
  signIn.hidden = false;
  asking.hidden = true;
  document.getElementById('panels').hidden = true;
  document.getElementById('trace').hidden = true;
  tiles.replaceChildren();
  freshness.replaceChildren();
  const alert = signIn.querySelector('[role=alert]');
  alert.hidden = !message;
  alert.textContent = message ?? '';
  document.getElementById('token').focus();
}

/** Everything again; an answer to an earlier asking is thrown away. */
async function load() {
  const mine = ++round;
  if (!hasToken()) return askForToken();
  state('loading');
  fault.hidden = true;
  let answer;
  try {
    answer = await report('funnel', { asOf: at.asOf, groupBy: 'closeMonth', currency: at.currency });
  } catch (problem) {
    if (mine !== round) return;
    if (problem.unknownReader) {
      forgetToken();
      return askForToken(`The service does not take this token: ${problem.message}`);
    }
    if (chooseCurrency(problem)) return load();
    fault.textContent = problem.message;
    fault.hidden = false;
    asking.hidden = false;
    showControls();
    return state('fault');
  }
  if (mine !== round) return;
  complete(answer);
  signIn.hidden = true;
  asking.hidden = false;
  document.getElementById('panels').hidden = false;
  document.getElementById('trace').hidden = false;
  showControls();
  const done = panels.map(panel => fill(panel, mine));
  showTotals(answer);
  done.push(showClosures(mine));
  await Promise.all(done);
  if (mine === round) state('ready');
}

/** Days that nobody chose, or that were emptied: what the service calls today, and the last three months in which deals were closed. */
function complete({ asOf, groups }) {
  at.asOf ||= asOf;
  const last = groups.map(group => group.key).filter(key => MONTH.test(key)).sort().at(-1) ?? asOf.slice(0, 7);
  const [year, month] = last.split('-').map(Number);
  const endOf = (year, month) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  if (!at.to) at.to = [endOf(year, month), at.asOf].sort()[0];
  at.from ||= endOf(year, month - 3);
}

function showControls() {
  for (const name of ['asOf', 'from', 'to']) asking.elements[name].value = at[name];
  currencies.hidden = told.size === 0;
  asking.elements.currency.replaceChildren(...[...told].sort()
    .map(code => element('option', { value: code, selected: code === at.currency }, code)));
}

/** Amounts in several currencies cannot be added: the first one is shown, and the others can be chosen. */
function chooseCurrency(problem) {
  const found = problem.currencies ?? [];
  found.forEach(code => told.add(code));
  if (found.length === 0 || at.currency) return false;
  at.currency = [...told].sort()[0];
  return true;
}

function showTotals({ totals, position, lagMs, setAside }) {
  const deals = number => `${count(number)} ${number === 1 ? 'deal' : 'deals'}`;
  tiles.replaceChildren(
    tile('Open pipeline', short(totals.openValue) ?? deals(totals.open), `${deals(totals.open)}${exact(totals.openValue)}`),
    tile('Won', short(totals.wonValue) ?? deals(totals.won), `${deals(totals.won)}${exact(totals.wonValue)}`),
    tile('Win rate', rate(totals.winRate), `${count(totals.won)} won, ${count(totals.lost)} lost`),
    ...(totals.weightedValue ? [tile('Weighted pipeline', short(totals.weightedValue), money(totals.weightedValue))] : []),
    tile('Deals', count(totals.opportunities), `${count(totals.qualified)} qualified, ${count(totals.identified)} identified`));
  freshness.textContent = `Figures as of ${at.asOf}, from every event up to ${position}; ${behind(lagMs)}${setAside > 0 ? `; ${leftOut(setAside)}` : ''}.`;
}

/** A tile beside the totals; where it cannot be told, the panel of closures says why. */
async function showClosures(mine) {
  const totals = await report('closures', { asOf: at.asOf }).then(answer => answer.totals, () => null);
  if (mine !== round || !totals) return;
  const days = totals.averageDaysToClose === null ? '' : `, after ${totals.averageDaysToClose} days on average`;
  tiles.append(tile('Open closures', count(totals.open), `${count(totals.closed)} closed${days}`));
}

const behind = lagMs => lagMs === 0 ? 'nothing is waiting' : `events up to ${count(Math.ceil(lagMs / 1000))} s old are not in the figures`;
const leftOut = subjects => `${count(subjects)} ${subjects === 1 ? 'subject is' : 'subjects are'} set aside, since something that was said of ${subjects === 1 ? 'it' : 'them'} cannot be read`;
const short = value => value ? roundMoney(value.amount, value.currency) : undefined;
const exact = value => value ? ` · ${money(value)}` : '';

async function fill(panel, mine) {
  const { card, body } = cards.get(panel);
  card.setAttribute('aria-busy', 'true');
  let content;
  let chart;
  try {
    const answer = await report(panel.report, panel.asked(at));
    if (mine !== round) return;
    ({ content, chart } = rendered(panel, panel.show(answer)));
    if (answer.lagMs > 0) content.push(element('p', { class: 'note' }, `Catching up: ${behind(answer.lagMs)}.`));
    if (answer.setAside > 0) content.push(element('p', { class: 'note', role: 'alert' }, `Not complete: ${leftOut(answer.setAside)}.`));
  } catch (problem) {
    if (mine !== round) return;
    if (chooseCurrency(problem)) return load();
    const line = problem.status === 404 ? 'Not available yet: this service does not offer the report.' : problem.message;
    content = [element('p', { class: 'note' }, line)];
  }
  body.querySelectorAll('.chart').forEach(erase);
  body.replaceChildren(...content);
  chart?.();
  card.removeAttribute('aria-busy');
}

function rendered(panel, { note, chart, height, figures }) {
  const place = chart ? element('div', { class: 'chart', role: 'img', 'aria-label': `Chart: ${panel.title}. Its figures follow as a table.` }) : null;
  if (place) place.style.height = `${height}px`;
  return {
    content: [note && element('p', { class: 'note' }, note), place, ...figures].filter(Boolean),
    chart: place && (() => draw(place, chart)),
  };
}

asking.addEventListener('change', () => {
  const chosen = new FormData(asking);
  at = Object.fromEntries(ASKED.map(name => [name, chosen.get(name) ?? '']));
  history.replaceState(null, '', '?' + new URLSearchParams(Object.entries(at).filter(([, value]) => value)));
  load();
});
asking.addEventListener('submit', event => event.preventDefault());

document.getElementById('sign-out').addEventListener('click', () => {
  forgetToken();
  load();
});

signIn.querySelector('form').addEventListener('submit', event => {
  event.preventDefault();
  const field = document.getElementById('token');
  keepToken(field.value);
  field.value = '';
  load();
});

offerTrace(document.getElementById('trace'));
takeTokenFromLink();
load();
