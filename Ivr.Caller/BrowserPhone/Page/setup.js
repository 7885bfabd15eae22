import { byId, element } from './dom.js';
import { named, written } from './numbers.js';

/** Whom to call, from which number and when, as the phone's program knows it. */
export class Setup {
  #known = null;
  #on;

  /** @param on what to do with what is known: onMachine(text), onDemonstration(found), onLine({name, number}) */
  constructor(on) {
    this.#on = on;
    byId('dial').addEventListener('change', () => this.#showChoice());
    byId('settings').addEventListener('change', () => this.#showChoice());
    byId('other-number').addEventListener('input', () => this.#showChoice());
    // A server that was not up yet when the page was loaded may be up now.
    addEventListener('focus', () => { if (!this.#known?.demonstration.numbers.length) this.load(); });
  }

  async load() {
    const answer = await fetch('/setup');
    this.#known = await answer.json();
    const { server, machine, demonstration } = this.#known;
    byId('server').textContent = server;
    byId('links').replaceChildren(...demonstration.pages.filter(isWeb).map(link));
    byId('numbers').replaceChildren(...demonstration.numbers.map(choice));
    byId('moments').hidden = !demonstration.clock;
    (document.querySelector('input[name="to"]')).checked = true;
    this.#showChoice();
    this.#on.onMachine(machine);
    this.#on.onDemonstration(demonstration);
  }

  get token() { return this.#known.token; }

  get to() { return document.querySelector('input[name="to"]:checked').value || byId('other-number').value; }

  get from() { return byId('withheld').checked ? 'withheld' : byId('from').value; }

  /** By the clock on a wall in Brussels; null for now. */
  get moment() { return byId('chosen').checked ? byId('moment').value.replace('T', ' ') : null; }

  #showChoice() {
    byId('other-number').hidden = !byId('other').checked;
    byId('from').disabled = byId('withheld').checked;
    byId('moment').hidden = !byId('chosen').checked;
    byId('moment').required = byId('chosen').checked;
    const line = this.#known?.demonstration.numbers.find(({ number }) => number === this.to)?.line;
    this.#on.onLine({ name: line ? named(line) : '', number: written(this.to) });
  }
}

const isWeb = ({ url }) => /^https?:/.test(url);

const link = ({ name, url }) => element('a', { href: url, target: '_blank', rel: 'noopener', textContent: name });

const choice = ({ number, line }) => element('label', { className: 'choice' },
  element('input', { type: 'radio', name: 'to', value: number }),
  element('span', {}, written(number), ' ', element('small', { textContent: named(line) })));
