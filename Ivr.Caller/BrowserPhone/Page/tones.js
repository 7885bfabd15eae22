/** Key tones as a telephone makes them: one frequency for the row, one for the column. */
const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];
const layout = '123456789*0#';
const seconds = 0.12;

export class Tones {
  #audio;
  enabled = true;

  play(key) {
    if (!this.enabled || !globalThis.AudioContext) return;
    // Browsers allow sound only after a gesture; this is one.
    this.#audio ??= new AudioContext();
    const place = layout.indexOf(key);
    const from = this.#audio.currentTime;
    const volume = this.#audio.createGain();
    volume.gain.setValueAtTime(0.08, from);
    // A tone that stops dead clicks.
    volume.gain.setTargetAtTime(0, from + seconds, 0.01);
    volume.connect(this.#audio.destination);
    for (const frequency of [rows[Math.floor(place / 3)], columns[place % 3]]) {
      const tone = this.#audio.createOscillator();
      tone.frequency.value = frequency;
      tone.connect(volume);
      tone.start(from);
      tone.stop(from + seconds + 0.1);
    }
  }
}
