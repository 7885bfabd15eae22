import { element } from './dom.js';

const keys = [
  ['1', ''], ['2', 'ABC'], ['3', 'DEF'], ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'],
  ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'], ['*', ''], ['0', '+'], ['#', ''],
];
const names = { '*': 'star', '#': 'hash' };

/** The twelve keys, for mouse, touch and keyboard. */
export class Keypad {
  #buttons = new Map();
  #enabled = false;
  typing = true;

  constructor(place, onKey) {
    for (const [key, letters] of keys) {
      const button = element('button', { type: 'button', textContent: key });
      button.dataset.letters = letters;
      if (names[key]) button.ariaLabel = names[key];
      button.addEventListener('click', () => onKey(key));
      this.#buttons.set(key, button);
      place.append(button);
    }
    this.enabled = false;
    document.addEventListener('keydown', event => {
      // On some keyboards # takes AltGr, which browsers tell as Ctrl and Alt.
      const isShortcut = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
      if (!this.enabled || !this.typing || isShortcut || event.repeat) return;
      if (!this.#buttons.has(event.key) || event.target.matches?.('input[type="tel"], select')) return;
      event.preventDefault();
      onKey(event.key);
    });
  }

  get enabled() { return this.#enabled; }

  /** Keys are pressed in a call only. */
  set enabled(enabled) {
    this.#enabled = enabled;
    for (const button of this.#buttons.values()) button.disabled = !enabled;
  }

  /** Shows that a key is pressed, whoever pressed it. */
  flash(key) {
    const button = this.#buttons.get(key);
    button.classList.add('down');
    setTimeout(() => button.classList.remove('down'), 150);
  }

  focus() {
    this.#buttons.get('1').focus({ preventScroll: true });
  }
}
