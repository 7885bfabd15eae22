import { byId, element } from './dom.js';

/** What can be called and keyed in, as the phone's program knows it. */
export class Setup {
  #known = null;
  #onMachine;
  #onKeys;

  constructor({ onMachine, onKeys }) {
    this.#onMachine = onMachine;
    this.#onKeys = onKeys;
    byId('dial').addEventListener('change', () => this.#showChoice());
    // A server that was not up yet when the page was loaded may be up now.
    addEventListener('focus', () => { if (!this.#known?.demonstration.numbers.length) this.load(); });
  }

  async load() {
    const answer = await fetch('/setup');
    this.#known = await answer.json();
    const { server, machine, demonstration } = this.#known;
    byId('server').textContent = server;
    byId('numbers').replaceChildren(...demonstration.numbers.map(choice));
    byId('logins').replaceChildren(...demonstration.logins.map(login => this.#login(login)));
    byId('clients').replaceChildren(...demonstration.userNumbers.map(client => element('li', {}, this.#button(client.userNumber, client.userNumber, client.region))));
    byId('demo').hidden = demonstration.logins.length + demonstration.userNumbers.length === 0;
    byId('moments').hidden = !demonstration.clock;
    (document.querySelector('input[name="to"]')).checked = true;
    this.enableKeys(false);
    this.#showChoice();
    this.#onMachine(machine);
  }

  get token() { return this.#known.token; }

  get to() { return document.querySelector('input[name="to"]:checked').value || byId('other-number').value; }

  get from() { return byId('withheld').checked ? 'withheld' : byId('from').value; }

  /** By the clock on a wall in Brussels; null for now. */
  get moment() { return byId('chosen').checked ? byId('moment').value.replace('T', ' ') : null; }

  /** Keys can be keyed in while there is a call. */
  enableKeys(enabled) {
    for (const button of byId('demo').querySelectorAll('button')) button.disabled = !enabled;
  }

  #showChoice() {
    byId('other-number').hidden = !byId('other').checked;
    byId('from').disabled = byId('withheld').checked;
    byId('moment').hidden = !byId('chosen').checked;
    byId('moment').required = byId('chosen').checked;
  }

  #login({ login, password, language }) {
    return element('li', { className: 'pair' },
      this.#button(`${login}#`, login, language),
      this.#button(`${password}#`, 'password', password));
  }

  #button(keys, words, more) {
    const button = element('button', { type: 'button' }, words, ' ', element('span', { textContent: more }));
    button.addEventListener('click', () => this.#onKeys(keys));
    return button;
  }
}

const choice = ({ number, line }) => element('label', { className: 'choice' },
  element('input', { type: 'radio', name: 'to', value: number }),
  element('span', {}, number, element('small', { textContent: line })));
