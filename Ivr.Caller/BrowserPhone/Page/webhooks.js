import { byId, element } from './dom.js';

/** Each webhook and its answer, the latest first and open. */
export class Webhooks {
  #place = byId('webhooks');
  #opened = null;
  #items = new Map();

  constructor() {
    byId('whole').addEventListener('change', () => {
      for (const [details, item] of this.#items) details.lastChild.replaceWith(inside(item));
    });
  }

  clear() {
    this.#place.replaceChildren();
    this.#opened = null;
    this.#items.clear();
    byId('no-hooks').hidden = true;
  }

  add({ place, item }) {
    if (this.#opened) this.#opened.open = false;
    const url = new URL(item.url);
    const answer = item.status ?? 'no answer';
    const details = element('details', { open: true },
      element('summary', {},
        element('span', { className: 'mono url', textContent: `${place + 1}. ${item.method} ${url.pathname}` }),
        element('span', { className: item.failure ? 'status bad' : 'status', textContent: String(answer) }),
        element('span', { className: 'tag', textContent: item.state ?? '' }),
        element('span', { className: 'took', textContent: `${item.milliseconds.toFixed(1)} ms` })),
      inside(item));
    this.#opened = details;
    this.#items.set(details, item);
    this.#place.prepend(details);
  }
}

const inside = item => element('div', { className: 'inside' }, request(item), response(item));

/** A sealed state says nothing to a reader, and hides what does. */
const shorten = text => byId('whole').checked
  ? text
  : text.replace(/[\w-]{80,}/g, long => `${long.slice(0, 12)}…(${long.length} characters)`);

const request = item => element('div', {},
  element('h3', { textContent: 'Request' }),
  pairs([{ key: item.method, value: item.url }, ...item.form]));

const response = item => element('div', {},
  element('h3', { textContent: 'Answer' }),
  item.failure ? element('p', { className: 'bad', textContent: item.failure }) : null,
  pairs(item.headers),
  element('h3', { textContent: 'Body' }),
  element('pre', { textContent: shorten(item.body) || '(empty)' }));

const pairs = list => element('dl', {}, ...list.flatMap(({ key, value }) =>
  [element('dt', { className: 'mono', textContent: key }), element('dd', { className: 'mono', textContent: shorten(value) })]));
