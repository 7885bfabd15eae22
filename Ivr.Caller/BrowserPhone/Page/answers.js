import { byId, element } from './dom.js';
import { grouped, named } from './numbers.js';

/** Keys such as nn# stand for many, of which the phone does not know which are right. */
const isPressed = ({ keys }) => /^[0-9*#]+$/.test(keys);

function hint({ words, more }) {
  return element('li', { className: 'hint' }, words, ' ', element('span', { textContent: more }));
}

/** What the present question can be answered with: logins, passwords and user numbers of the demonstration, and the keys of a menu. */
export class Answers {
  #press;
  #known = { logins: [], userNumbers: [], answers: [] };
  #state = null;
  #login = '';

  /** @param {(keys: string) => Promise} press presses keys for the caller */
  constructor(press) {
    this.#press = press;
  }

  know(demonstration) {
    this.#known = demonstration;
  }

  /** A key that the caller pressed: the password that fits is that of the login that was keyed in. */
  keyed(key) {
    if (this.#state === 'Login' && key !== '#') this.#login += key;
  }

  /** The server asks in a state; null when there is no call. Of the keys of its menu only some may be possible; null when it says nothing. */
  show(state, possible = null) {
    if (state === 'Login' || state === null) this.#login = '';
    this.#state = state;
    const found = this.#found(state, possible);
    byId('answers').replaceChildren(...found.map(answer => isPressed(answer) ? this.#button(answer) : hint(answer)));
    byId('answers').scrollLeft = 0;
    byId('answers').hidden = found.length === 0;
    byId('no-answers').hidden = found.length > 0;
    byId('no-answers').textContent = state ? 'Nothing to choose here: listen.' : 'During a call, what can be keyed in appears here.';
  }

  #found(state, possible) {
    const { logins, userNumbers, answers } = this.#known;
    const own = logins.filter(({ login }) => login === this.#login);
    const menu = (answers.find(each => each.state === state)?.keys ?? []).filter(({ keys }) => possible?.includes(keys) ?? true);
    switch (state) {
      case 'Login': return logins.map(({ login, language, company }) => ({ keys: `${login}#`, words: login, more: [language, company].filter(Boolean).join(', ') }));
      case 'Password': return (own.length > 0 ? own : logins).map(({ login, password }) => ({ keys: `${password}#`, words: password, more: `password of ${login}` }));
      default: return [...menu, ...(this.#known.asksUserNumber === state ? userNumbers.map(({ userNumber, region }) => ({ keys: userNumber, words: grouped(userNumber), more: named(region) })) : [])];
    }
  }

  #button({ keys, words, more }) {
    const button = element('button', { type: 'button' }, words, ' ', element('span', { textContent: more }));
    button.addEventListener('click', async () => {
      // A second press while the keys are still being pressed would mix both.
      this.#enable(false);
      await this.#press(keys);
      this.#enable(true);
    });
    return element('li', {}, button);
  }

  #enable(enabled) {
    for (const button of byId('answers').querySelectorAll('button')) button.disabled = !enabled;
  }
}
