// One deal step by step, from any of its ids.
import { trace } from './api.js';
import { element } from './dom.js';
import { isMoney, money } from './format.js';

/** Wires the section's form; what is found replaces what was found before. */
export function offerTrace(section) {
  const found = section.querySelector('.found');
  let asked = 0;
  section.querySelector('form').addEventListener('submit', async event => {
    event.preventDefault();
    const mine = ++asked;
    section.setAttribute('aria-busy', 'true');
    let content;
    try {
      content = told(await trace(section.querySelector('input').value.trim()));
    } catch (problem) {
      content = [element('p', { class: 'note' }, problem.message)];
    }
    if (mine !== asked) return;
    found.replaceChildren(...content);
    section.removeAttribute('aria-busy');
  });
}

function told({ steps, complete }) {
  const services = new Set(steps.map(step => step.service)).size;
  return [
    element('p', { class: 'note' }, `${steps.length} steps in ${services} ${services === 1 ? 'service' : 'services'}${complete ? '' : '; the deal is larger than is shown'}.`),
    element('ol', { class: 'steps' }, ...steps.map(step)),
  ];
}

const step = ({ effectiveAt, service, type, actor, position, summary }) => element('li', {},
  element('time', { datetime: effectiveAt }, effectiveAt.slice(0, 10)),
  element('strong', {}, type.replace(/\.v\d+$/, '')),
  element('span', {}, `${service} ${position}, by ${actor}`),
  element('span', {}, Object.entries(summary).map(([name, value]) => `${name} ${isMoney(value) ? money(value) : value}`).join(' · ')));
