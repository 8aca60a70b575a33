// One deal: every event of every service about it, in the order in which things happened.
import { ask } from './api.js';
import { element } from './dom.js';
import { count, day, money, time } from './format.js';
import { failed, standing } from './states.js';
import { coded, say } from './text.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Fills a place with the trace of an id; answers what the deal is called, where an event says it. */
export async function showDeal(place, id, name) {
  place.replaceChildren(element('p', { class: 'note', role: 'status' }, say('loading')));
  try {
    const answer = await ask(`/v1/trace/${encodeURIComponent(id)}`);
    const { steps, complete } = answer;
    const services = new Set(steps.map(step => step.service)).size;
    place.replaceChildren(
      ...standing(answer),
      element('p', { class: 'note', role: 'status' }, say('steps', { n: count(steps.length), services }), ' ', complete ? '' : say('cut')),
      element('ol', { class: 'steps' }, steps.map(step)));
    return steps.map(({ aggregate, summary }) => (aggregate === 'opportunity' ? summary.name : undefined)).find(Boolean) ?? name;
  } catch (problem) {
    place.replaceChildren(problem.status === 404
      ? element('p', { class: 'note' }, say('noTrace')) : failed(problem, () => showDeal(place, id, name)));
    return name;
  }
}

const step = one => element('li', {}, element('details', {},
  element('summary', {},
    element('time', { datetime: one.effectiveAt }, day(one.effectiveAt)),
    element('strong', {}, one.type.replace(/\.v\d+$/, '')),
    element('span', {}, Object.entries(one.summary).filter(([, value]) => !UUID.test(value)).slice(0, 4).map(([name, value]) => `${name} ${plain(value)}`).join(' · '))),
  element('dl', {}, Object.entries(facts(one)).filter(([, value]) => value).flatMap(([name, value]) =>
    [element('dt', {}, name), element('dd', {}, value)]))));

const facts = one => ({
  [say('step', { service: one.service, position: one.position, actor: one.actor })]: one.type,
  ...Object.fromEntries(Object.entries(one.summary).map(([name, value]) => [name, plain(value)])),
  [say('recordedAt')]: time(one.recordedAt),
  [say('entity')]: `${one.aggregate} ${one.id}`,
  [say('event')]: one.event,
  [say('cause')]: one.causationId,
  [say('correlation')]: one.correlationId,
});

const plain = value => value !== null && typeof value === 'object' ? money(value.amount, value.currency) : coded(value);
