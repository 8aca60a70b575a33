// Elements, always by text nodes: what the API sends is never read as HTML.

/** element('td', {class: 'x', onclick: f}, 'text', child, ...); a value of false or undefined leaves an attribute out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

export const button = (text, onclick, attributes = {}) => element('button', { type: 'button', onclick, ...attributes }, text);

/** A choice of one; `options` = [[value, text]]. */
export function choice(name, label, options, chosen, attributes = {}) {
  return element('label', {}, element('span', {}, label),
    element('select', { name, ...attributes }, options.map(([value, text]) =>
      element('option', { value, selected: value === chosen }, text))));
}

export const byId = id => document.getElementById(id);
