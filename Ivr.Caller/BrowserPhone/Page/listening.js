/**
 * A caller's ear and patience: hears one prompt after another, lets the first key stop them, and counts the silence.
 * What Gather does on a real line happens here in real time; at instant speed all is heard at once and nothing times out.
 */
const heardKinds = new Set(['spoken', 'played', 'pause']);

export class Listening {
  #voice;
  #on;
  #queue = [];
  #current = null;
  #run = 0;
  #turn = null;
  #turnBegan = 0;
  #digits = 0;
  #heardOut = false;
  #ticking;
  #ahead = [];
  #over = false;
  #lastPlace = -1;
  #lastTurn = 0;
  #instant = false;

  /** @param on what to do: speaking(place), waiting({phase, left, timeout}), key(key, time), silence(turn), over() */
  constructor(voice, on) {
    this.#voice = voice;
    this.#on = on;
  }

  /** Another call. */
  begin() {
    this.stop();
    this.#over = false;
    this.#lastPlace = -1;
    this.#lastTurn = 0;
  }

  /** Takes what is new: prompts to hear, the question that waits, the end. */
  take(entries, turn, over) {
    for (const { place, item } of entries) {
      // A prompt that was cut off is told again, and not heard again.
      if (place > this.#lastPlace && heardKinds.has(item.kind)) this.#queue.push({ place, item });
      this.#lastPlace = Math.max(this.#lastPlace, place);
    }
    this.#over = over;
    const isNew = turn !== null && turn.number > this.#lastTurn;
    if (isNew) this.#ask(turn);
    if (isNew || over) this.#hear();
    this.#pressAhead();
  }

  /** A key of the caller's. Before the next question is there it waits for it; during words that nothing stops it is lost. */
  press(key) {
    if (!this.#turn || this.#ahead.length > 0) {
      if (!this.#over) this.#ahead.push(key);
      return;
    }
    if (this.#isDeaf()) return;
    const turn = this.#turn;
    const time = this.time();
    this.#stop();
    if (key !== turn.finishOnKey) this.#digits++;
    if (key === turn.finishOnKey || this.#digits === turn.numDigits) this.#answered();
    else this.#startCounting();
    this.#on.key(key, time);
  }

  /** Does not answer: the question times out now. */
  beSilent() {
    if (!this.#turn) return;
    const { number } = this.#turn;
    this.#stop();
    this.#answered();
    this.#on.silence(number);
  }

  /** Takes no time for anything, or real time again: in the middle of a call too. */
  hurry(instant) {
    this.#instant = instant;
    if (instant && this.#current !== null) this.#voice.cancel();
    else if (this.#turn && this.#heardOut) this.#startCounting();
  }

  get instant() { return this.#instant; }

  /** How long the question has been there, and whether it was heard to its end. */
  time() {
    const waited = this.#instant ? 0 : (performance.now() - this.#turnBegan) / 1000;
    return { waited, heardOut: this.#instant || this.#heardOut };
  }

  /** Hears and counts no more. */
  stop() {
    this.#stop();
    this.#ahead = [];
    this.#turn = null;
  }

  #ask(turn) {
    this.#turn = turn;
    this.#lastTurn = turn.number;
    this.#turnBegan = performance.now();
    this.#digits = 0;
    this.#heardOut = false;
  }

  async #hear() {
    if (this.#current !== null) return;
    const run = ++this.#run;
    while (this.#queue.length > 0) {
      const { place, item } = this.#queue.shift();
      this.#current = place;
      if (place === this.#turn?.firstPrompt) this.#turnBegan = performance.now();
      this.#on.speaking(place, item);
      this.#on.waiting({ phase: 'listening' });
      if (!this.#instant) await this.#voice.say(item);
      if (run !== this.#run) return;
    }
    this.#current = null;
    this.#heardOut = true;
    this.#on.speaking(null);
    if (this.#over) this.#on.over();
    else if (this.#turn) this.#startCounting();
  }

  #isDeaf() {
    return this.#current !== null && this.#current < this.#turn.firstPrompt;
  }

  #stop() {
    this.#run++;
    clearInterval(this.#ticking);
    this.#queue = [];
    this.#current = null;
    this.#voice.cancel();
    this.#on.speaking(null);
  }

  #answered() {
    this.#turn = null;
    this.#on.waiting({ phase: 'server' });
  }

  #startCounting() {
    clearInterval(this.#ticking);
    const { timeout } = this.#turn;
    if (this.#instant) {
      this.#on.waiting({ phase: 'patient' });
      return;
    }
    const until = performance.now() + timeout * 1000;
    const tick = () => {
      const left = Math.max(0, (until - performance.now()) / 1000);
      this.#on.waiting({ phase: 'counting', left, timeout });
      if (left === 0) this.beSilent();
    };
    this.#ticking = setInterval(tick, 100);
    tick();
  }

  #pressAhead() {
    const keys = this.#ahead;
    this.#ahead = [];
    for (const key of keys) this.press(key);
  }
}
