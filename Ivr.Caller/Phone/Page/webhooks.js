import { byId, element } from './dom.js';

/** Each webhook and its answer, the latest first and open. */
export class Webhooks {
  #place = byId('webhooks');
  #opened = null;

  clear() {
    this.#place.replaceChildren();
    this.#opened = null;
    byId('no-hooks').hidden = true;
  }

  add({ place, item }) {
    if (this.#opened) this.#opened.open = false;
    const url = new URL(item.url);
    const answer = item.status ?? 'no answer';
    const details = element('details', { open: true },
      element('summary', {},
        element('span', { className: 'mono url', textContent: `${place + 1}. ${item.method} ${url.pathname}` }),
        element('span', { className: item.failure ? 'bad' : '', textContent: String(answer) }),
        element('span', { className: 'tag', textContent: item.state ?? '' })),
      element('div', { className: 'inside' }, request(item), response(item)));
    this.#opened = details;
    this.#place.prepend(details);
  }
}

const request = item => element('div', {},
  element('h3', { textContent: 'Request' }),
  pairs([{ key: item.method, value: item.url }, ...item.form]));

const response = item => element('div', {},
  element('h3', { textContent: 'Answer' }),
  item.failure ? element('p', { className: 'bad', textContent: item.failure }) : null,
  pairs(item.headers),
  element('h3', { textContent: 'Body' }),
  element('pre', { textContent: item.body || '(empty)' }));

const pairs = list => element('dl', {}, ...list.flatMap(({ key, value }) =>
  [element('dt', { className: 'mono', textContent: key }), element('dd', { className: 'mono', textContent: value })]));
