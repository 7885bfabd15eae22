import { byId, clock } from './dom.js';

/** The phone's own little screen: which line, what is heard now, what is being keyed, how long there is left, and how it ended. */
export class Display {
  #began = 0;
  #ticking;

  /** No call: the line that would be called. */
  ready({ name, number }) {
    byId('callee').textContent = [number, name].filter(Boolean).join(' · ');
    if (byId('now').textContent === '' && byId('verdict').hidden) byId('waiting').textContent = 'Choose a line and press Call.';
  }

  open() {
    byId('verdict').hidden = true;
    byId('now').hidden = false;
    byId('now').textContent = '';
    byId('entry').textContent = '';
    this.waiting({ phase: 'server' });
    this.#began = performance.now();
    const tick = () => { byId('duration').textContent = clock((performance.now() - this.#began) / 1000); };
    clearInterval(this.#ticking);
    this.#ticking = setInterval(tick, 500);
    tick();
  }

  /** The call is over; the verdict is null when it is not known yet. */
  close(verdict) {
    clearInterval(this.#ticking);
    this.keyed(null);
    this.waiting({ phase: 'over' });
    if (verdict) this.tell(verdict);
  }

  /** How the call ended, in place of the words. */
  tell({ words, outcome }) {
    byId('now').hidden = true;
    const place = byId('verdict');
    place.className = `verdict ${outcome}`;
    place.textContent = words;
    place.hidden = false;
  }

  /** What is heard; the words stay until others come. */
  hears({ text, language, kind }) {
    byId('now').textContent = kind === 'spoken' ? text : '';
    byId('now').lang = language ?? '';
    byId('now').scrollTop = 0;
  }

  keyed(item) {
    byId('entry').textContent = item?.text ?? '';
  }

  waiting({ phase, left = 0, timeout = 1 }) {
    const part = phase === 'counting' ? left / timeout : phase === 'patient' ? 1 : 0;
    byId('meter').style.width = `${part * 100}%`;
    byId('meter').parentElement.classList.toggle('late', part < 0.3);
    byId('waiting').textContent = {
      listening: 'Listening. A key stops the prompt.',
      server: 'Waiting for the server …',
      patient: 'Waiting for keys. Nothing times out.',
      counting: `Waiting for keys: ${Math.ceil(left)} s left`,
      over: 'The call is over.',
    }[phase];
  }
}
