// Asks for a token, which is kept in this tab alone.
import { byId, element } from './dom.js';
import { say } from './text.js';

const place = byId('sign-in');

export const signIn = {
  show(message, taken) {
    const alert = element('p', { class: 'message', role: 'alert', hidden: !message }, message ?? '');
    const field = element('textarea', { id: 'token', rows: '4', required: true, spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' });
    place.replaceChildren(
      element('h2', { id: 'sign-in-title' }, say('signInTitle')),
      element('p', {}, say('signInHelp')),
      element('pre', { tabindex: '0' }, element('code', {}, './milepost token ANALYST')),
      element('form', {
        onsubmit: event => {
          event.preventDefault();
          taken(field.value);
        },
      }, element('label', { for: 'token' }, say('token')), field, element('button', { type: 'submit' }, say('signIn'))),
      element('p', { class: 'note' }, say('signInKept')),
      alert);
    place.hidden = false;
    field.focus();
  },
  hide() {
    place.hidden = true;
    place.replaceChildren();
  },
};
