// Elements, always by text nodes: what the API sends is never read as HTML.

/** element('td', {class: 'x'}, 'text', child, ...) */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter(child => child != null));
  return made;
}

/** A table whose first column names the rows. `rows` = [[...cells]], `sums` = rows that are totals of the others. */
export function table(caption, head, rows, sums = []) {
  const line = (cells, more) => element('tr', more,
    element('th', { scope: 'row' }, cells[0]), ...cells.slice(1).map(cell => element('td', {}, cell)));
  return element('div', { class: 'figures', tabindex: '0', role: 'group', 'aria-label': caption },
    element('table', {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, ...head.map(cell => element('th', { scope: 'col' }, cell)))),
      element('tbody', {}, ...rows.map(row => line(row)), ...sums.map(row => line(row, { class: 'sum' })))));
}

/** What is opened when wanted. */
export const folded = (title, ...content) => element('details', {}, element('summary', {}, title), ...content);

export const tile = (name, value, beside) => element('div', {},
  element('dt', {}, name), element('dd', {}, value), beside ? element('dd', {}, beside) : null);
