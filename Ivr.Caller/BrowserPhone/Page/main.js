import { Answers } from './answers.js';
import { Display } from './display.js';
import { byId } from './dom.js';
import { Keypad } from './keypad.js';
import { Line } from './line.js';
import { Listening } from './listening.js';
import { Picture } from './picture.js';
import { readSettings } from './settings.js';
import { Setup } from './setup.js';
import { Tones } from './tones.js';
import { Transcript } from './transcript.js';
import { Voice } from './voice.js';
import { Webhooks } from './webhooks.js';

const betweenKeys = 110;

const voice = new Voice();
const tones = new Tones();
const display = new Display();
const transcript = new Transcript();
const webhooks = new Webhooks();
const picture = new Picture();
const keypad = new Keypad(byId('keypad'), press);
const answers = new Answers(keyIn);
const setup = new Setup({ onMachine: text => picture.show(text), onDemonstration: found => answers.know(found), onLine: line => display.ready(line) });
const listening = new Listening(voice, {
  speaking: (place, item) => {
    transcript.speaking(place);
    if (item) display.hears(item);
  },
  waiting: phase => display.waiting(phase),
  key: (key, time) => {
    answers.keyed(key);
    line.key(key, time);
  },
  silence: turn => line.silence(turn),
  over: () => putDown(),
});

let line = null;
let keying = 0;
// The verdict of a call that is over, until its last words have been heard.
let verdicts = null;

byId('content').hidden = false;
readSettings({ voice, tones, keypad, listening });
byId('dial').addEventListener('submit', event => {
  event.preventDefault();
  call();
});
byId('silent').addEventListener('click', () => listening.beSilent());
byId('hang-up').addEventListener('click', hangUp);
await setup.load();

function call() {
  byId('problem').textContent = '';
  transcript.clear();
  webhooks.clear();
  picture.reset();
  listening.begin();
  pickUp(true);
  // What an earlier call still has to say is heard by nobody.
  const ifStill = act => news => { if (mine === line) act(news); };
  const { token, to, from, moment } = setup;
  const mine = new Line({ token, to, from, moment, onNews: ifStill(take), onProblem: ifStill(fail) });
  line = mine;
}

function take({ entries, webhooks: exchanges, turn, ending, verdict, outcome }) {
  entries.forEach(entry => transcript.write(entry));
  const last = entries.at(-1)?.item;
  display.keyed(turn && last?.kind === 'keys' ? last : null);
  for (const exchange of exchanges) {
    webhooks.add(exchange);
    if (!exchange.item.state) continue;
    picture.enter(exchange.item.state);
    answers.show(exchange.item.state, exchange.item.keys);
  }
  if (ending) {
    picture.leave();
    verdicts = { words: verdict, outcome };
    if (!keypad.enabled) display.tell(verdicts);
  }
  listening.take(entries, turn, Boolean(ending));
}

function press(key) {
  keypad.flash(key);
  tones.play(key);
  listening.press(key);
}

/** Keys that are pressed for the caller, no faster than a finger unless nothing takes time. */
async function keyIn(keys) {
  const mine = ++keying;
  for (const key of keys) {
    if (mine !== keying) return;
    press(key);
    if (!listening.instant) await new Promise(done => setTimeout(done, betweenKeys));
  }
}

function hangUp() {
  const time = listening.time();
  listening.stop();
  line.hangUp(time);
  putDown();
}

function pickUp(isUp) {
  keying++;
  const hadFocus = byId('keypad').contains(document.activeElement) || document.activeElement === byId('hang-up');
  byId('dial').hidden = isUp;
  byId('call').hidden = isUp;
  byId('hang-up').hidden = !isUp;
  byId('silent').disabled = !isUp;
  keypad.enabled = isUp;
  if (isUp) {
    verdicts = null;
    display.open();
    keypad.focus();
  } else {
    answers.show(null);
    display.close(verdicts);
    if (hadFocus) byId('call').focus({ preventScroll: true });
  }
}

function putDown() {
  pickUp(false);
}

function fail(problem) {
  listening.stop();
  putDown();
  byId('problem').textContent = problem;
}
