// How far figures can be trusted, in words.
import { button, element } from './dom.js';
import { count } from './format.js';
import { say } from './text.js';

const seconds = lagMs => Math.max(1, Math.ceil(lagMs / 1000));

/** What an answer says of itself; nothing where it is complete. */
export function standing({ state, lagMs, setAside, blocked, events }) {
  const notes = [];
  if (state === 'BLOCKED') {
    notes.push(note('BLOCKED', say('BLOCKED', { reason: blocked ? ` ${blocked}` : '' }), true));
  }
  if (state === 'BUILDING') notes.push(note('BUILDING', say('BUILDING', { n: events === undefined ? '' : count(events) })));
  if (state === 'BEHIND') notes.push(note('BEHIND', say('BEHIND', { seconds: count(seconds(lagMs)) })));
  if (setAside > 0) notes.push(note('PARTIAL', say('PARTIAL', { n: count(setAside) }), true));
  return notes;
}

export const note = (state, text, alert = false) =>
  element('p', { class: 'note state', 'data-state': state, role: alert ? 'alert' : undefined }, text);

/** What went wrong, and a way to ask again. */
export const failed = (problem, again, name = 'ERROR') => element('div', { class: 'failed', 'data-state': 'ERROR', role: 'alert' },
  element('p', {}, say(name, { detail: detail(problem) })),
  button(say('retry'), again, { class: 'retry' }));

export function detail(problem) {
  if (problem.message) return problem.message;
  return problem.status ? say('status', { status: problem.status }) : say('noAnswer');
}
