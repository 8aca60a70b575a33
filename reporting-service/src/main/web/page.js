// The page: what is asked stands in its address, the token in the tab's session, and every figure comes from the API.
import { forgetToken, hasToken, keepToken, takeTokenFromLink } from './api.js';
import { address, asked, daysOf, figuresAsked, opening } from './asked.js';
import { declared } from './declaration.js';
import { button, byId, choice, element } from './dom.js';
import { drilling } from './drill.js';
import { filterBar } from './filters.js';
import { day } from './format.js';
import { currencyName, panelsOf } from './panels.js';
import { signIn } from './signin.js';
import { detail, failed, standing as trust } from './states.js';
import { language, languages, say } from './text.js';
import { standingOf } from './standing.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const state = name => {
  document.body.dataset.state = name;
  byId('loading').hidden = name !== 'loading';
  if (name !== 'loading') document.body.dataset.built = '';
};
const main = byId('figures');

let page = null;
let shown = null;

/** Goes to an address of this page, to which Back leads from the next one. */
function visit(to, { replace = false, depth = 0, name } = {}) {
  history[replace ? 'replaceState' : 'pushState']({ depth, name }, '', to);
  show();
}

/** What is declared and what there is; fetched once for a reader. */
async function build() {
  const declaration = await declared();
  const standing = await standingOf(declaration);
  const drill = drilling(declaration, visit);
  const change = parts => visit(address({ ...chosen(), ...parts }));
  const panels = panelsOf(declaration.reports, {
    by: (report, dimension) => change({ [`by.${report.name}`]: dimension }),
    open: (report, measure, keys, before) => visit(address(opening(report.name, measure, keys, before)), { depth: 1 }),
    lastQuarter: () => change({ period: 'quarter', from: null, to: null, asOf: standing.lastDay }),
    unknownReader: askForToken,
  });
  const bar = filterBar(declaration, standing, change);
  const scope = element('p', { id: 'scope', class: 'scope' });
  byId('filters').replaceChildren(bar.element);
  main.replaceChildren(scope,
    element('dl', { id: 'tiles', class: 'tiles', 'aria-label': say('headline') }, panels.tiles),
    panels.element);
  return { declaration, standing, drill, panels, bar, scope, filled: false };

  /** What is meant where the address is silent is said in it once something is chosen, so that a link means it too. */
  function chosen() {
    const { period, asOf, currency } = effective();
    return { period, asOf, currency };
  }
}

/** What the address asks for, and what is meant where it says nothing. */
function effective() {
  const at = asked();
  const { standing, declaration } = page;
  const silent = !at.period && !at.asOf;
  return {
    ...at,
    period: at.period || 'quarter',
    asOf: silent ? standing.asOf : at.asOf,
    currency: at.currency || standing.currencies[0] || 'all',
    labels: Object.fromEntries(declaration.filters.map(({ name, label }) => [name, label])),
  };
}

async function show() {
  if (!hasToken()) return askForToken();
  const fault = byId('fault');
  try {
    if (!page) {
      state('loading');
      fault.replaceChildren();
      page = await build();
      document.body.dataset.built = '';
    }
  } catch (problem) {
    if (problem.unknownReader) return askForToken(problem);
    fault.replaceChildren(failed(problem, show, 'faultAll'));
    return state('fault');
  }
  signIn.hide();
  const at = effective();
  const days = daysOf(at, page.standing.today);
  page.bar.element.dataset.period = at.period;
  page.bar.show(at);
  page.scope.textContent = [say('days', { from: day(days.from), to: day(days.to) }), ...Object.values(at.filters),
    currencyName(at.currency), at.compare ? say('compare') : ''].filter(Boolean).join(' · ');
  const opened = page.drill.show(at, days);
  if (shown !== figuresAsked()) {
    shown = figuresAsked();
    state('loading');
    if (!await page.panels.load(at, days, page.standing.lastDay && days.to !== page.standing.lastDay)) return;
    footer(page.panels.latest());
    if (!page.filled) {
      page.filled = true;
      await page.bar.fill();
      page.bar.show(effective());
    }
  }
  await opened;
  state('ready');
}

/** Up to where everything is read, as the first panel says it. */
function footer(answer) {
  if (!answer) return;
  const notes = trust(answer);
  byId('freshness').replaceChildren(...(notes.length > 0 ? notes : [say('complete', { position: answer.position })]));
}

function askForToken(problem) {
  state('sign-in');
  if (problem) forgetToken();
  page = shown = null;
  byId('filters').replaceChildren();
  byId('freshness').replaceChildren();
  main.replaceChildren();
  signIn.show(problem && say('tokenRefused', { detail: detail(problem) }), token => {
    keepToken(token);
    show();
  });
}

function head() {
  document.title = say('title');
  byId('loading').textContent = say('loading');
  byId('skip').textContent = say('skip');
  byId('tools').replaceChildren(
    element('form', {
      class: 'find', role: 'search', onsubmit: event => {
        event.preventDefault();
        const text = event.target.elements.text.value.trim();
        if (text && page) visit(address(UUID.test(text) ? { deal: text } : { find: text }, { closing: true }), { depth: 1 });
      },
    }, element('label', {}, element('span', {}, say('find')),
      element('input', { name: 'text', type: 'search', placeholder: say('findHint'), autocomplete: 'off', spellcheck: 'false' })),
    element('button', { type: 'submit', class: 'quiet' }, say('search'))),
    choiceOfLanguage(),
    button(say('forgetToken'), () => { forgetToken(); show(); }, { class: 'quiet' }),
    button(say('filters'), event => {
      const open = document.body.toggleAttribute('data-filters');
      event.target.setAttribute('aria-expanded', String(open));
    }, { class: 'quiet unfold-filters', 'aria-expanded': 'false', 'aria-controls': 'filters' }));
}

const choiceOfLanguage = () => choice('lang', say('language'), Object.entries(languages), language, {
  onchange: event => location.assign(address({ lang: event.target.value })),
});

addEventListener('popstate', show);
head();
takeTokenFromLink();
show();
