import { byId, clock } from './dom.js';

/** The phone's own little screen: what is heard now, what is being keyed, how long there is left. */
export class Display {
  #began = 0;
  #ticking;

  open(to) {
    byId('callee').textContent = to;
    byId('now').textContent = '';
    byId('entry').textContent = '';
    this.waiting({ phase: 'server' });
    this.#began = performance.now();
    const tick = () => { byId('duration').textContent = clock((performance.now() - this.#began) / 1000); };
    clearInterval(this.#ticking);
    this.#ticking = setInterval(tick, 500);
    tick();
  }

  close() {
    clearInterval(this.#ticking);
  }

  /** What is heard; the words stay until others come. */
  hears({ text, language, kind }) {
    byId('now').textContent = kind === 'spoken' ? text : '';
    byId('now').lang = language ?? '';
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
    }[phase];
  }
}
