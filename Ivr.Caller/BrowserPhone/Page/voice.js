/** Says prompts with the browser's own voices. Without any, or muted, it keeps quiet for as long as speech would take. */
export class Voice {
  #timer;
  #done = () => {};
  #muted = false;

  constructor() {
    // Browsers load their voices late, and only when asked.
    globalThis.speechSynthesis?.getVoices();
  }

  /** Ends when the entry has been heard. */
  say(entry) {
    this.cancel();
    return new Promise(done => {
      this.#done = done;
      const voice = !this.#muted && entry.kind === 'spoken' ? nearestVoice(entry.language) : null;
      // Some browsers never tell that they have finished.
      const longest = voice ? entry.seconds * 2 + 4 : entry.seconds;
      this.#timer = setTimeout(done, longest * 1000);
      if (!voice) return;
      const words = Object.assign(new SpeechSynthesisUtterance(entry.text), { voice, lang: voice.lang });
      words.addEventListener('end', done);
      words.addEventListener('error', () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(done, entry.seconds * 1000);
      });
      speechSynthesis.speak(words);
    });
  }

  /** Speaks no more, or again from the next prompt on. */
  mute(muted) {
    this.#muted = muted;
    if (muted) globalThis.speechSynthesis?.cancel();
  }

  /** Falls silent at once. */
  cancel() {
    clearTimeout(this.#timer);
    globalThis.speechSynthesis?.cancel();
    const done = this.#done;
    this.#done = () => {};
    done();
  }
}

/** The voice of a locale, else one of the same language, else none: Dutch in an English voice helps nobody. */
function nearestVoice(locale) {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const wanted = (locale ?? '').toLowerCase();
  const of = voice => voice.lang.toLowerCase().replace('_', '-');
  return voices.find(voice => of(voice) === wanted)
    ?? voices.find(voice => wanted !== '' && of(voice).split('-')[0] === wanted.split('-')[0])
    ?? null;
}
