// What is opened over the figures: the rows behind one, and of a row the deal. It stands in the address, and Back closes it.
import { address } from './asked.js';
import { button, byId, element } from './dom.js';
import { showDeal } from './deal.js';
import { behind, named, showRows } from './rows.js';
import { say } from './text.js';

/** @param visit goes to an address: `visit(address, more)` */
export function drilling(declaration, visit) {
  const dialog = byId('drill');
  const title = element('h2', { id: 'drill-title', tabindex: '-1' });
  const back = button(say('back'), () => leave(1, { deal: null }), { class: 'quiet' });
  const rows = element('div', {});
  const deal = element('div', {});
  dialog.replaceChildren(element('header', {}, back, title, button(say('close'), close, { class: 'quiet' })), rows, deal);
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    close();
  });
  dialog.addEventListener('click', event => { if (event.target === dialog) close(); });
  let shownRows = '';

  /** Back over all that was opened since the figures; a link that came opened leads to the figures below it. */
  function close() { leave(history.state?.depth ?? 0, {}, { closing: true }); }

  function leave(depth, changes, more) {
    if ((history.state?.depth ?? 0) >= Math.max(depth, 1)) history.go(-Math.max(depth, 1));
    else visit(address(changes, more), { replace: true, depth: 0 });
  }

  const openDeal = (id, name) => visit(address({ deal: id }), { depth: (history.state?.depth ?? 0) + 1, name });

  async function show(at, days) {
    const asked = at.deal ? null : at.find ? named(declaration, at.find) : opened(at, days);
    if (!at.deal && !asked) {
      shownRows = '';
      if (dialog.open) dialog.close();
      return;
    }
    rows.hidden = Boolean(at.deal);
    deal.hidden = !at.deal;
    back.hidden = !at.deal || !(at.opened || at.find);
    const same = asked && shownRows === location.search;
    title.textContent = at.deal ? history.state?.name ?? say('deal') : asked.title;
    if (!dialog.open) dialog.showModal();
    title.focus();
    if (at.deal) {
      const name = await showDeal(deal, at.deal, title.textContent);
      if (new URLSearchParams(location.search).get('deal') === at.deal) title.textContent = name;
    } else if (same) {
      rows.querySelector(`[data-deal="${last}"]`)?.focus();
    } else {
      shownRows = location.search;
      await showRows(rows, asked, (id, name) => {
        last = id;
        openDeal(id, name);
      });
    }
  }
  let last = '';

  function opened(at, days) {
    const report = at.opened && declaration.reports.find(one => one.name === at.opened.report && one.dataset);
    return report ? behind(report, at.opened, at, days) : null;
  }

  return { show };
}
