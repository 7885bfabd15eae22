import { byId, clock, element } from './dom.js';

const kinds = { keys: 'keys', silence: 'silence', pause: 'pause', played: 'plays', fault: 'fault', note: 'line' };

/** The call as it was heard, line by line. */
export class Transcript {
  #list = byId('transcript');
  #log = byId('log');
  #rows = [];

  clear() {
    this.#list.replaceChildren();
    this.#rows = [];
    byId('nothing').hidden = true;
  }

  /** Writes a line, or writes it anew. */
  write({ place, item }) {
    const row = this.#rows[place] ?? this.#add(place);
    row.className = item.kind;
    row.replaceChildren(
      element('span', { className: 'at', textContent: wasHeard(item) ? clock(item.at) : '' }),
      element('span', { className: 'kind', textContent: kinds[item.kind] ?? item.language ?? 'speech' }),
      words(item));
  }

  /** Marks the line that is heard now. */
  speaking(place) {
    this.#list.querySelector('.speaking')?.classList.remove('speaking');
    const row = this.#rows[place];
    row?.classList.add('speaking');
    if (row) this.#show(row);
  }

  #add(place) {
    const row = element('li');
    this.#rows[place] = row;
    this.#list.append(row);
    // The row has no words yet, and its height will be known when it has.
    requestAnimationFrame(() => this.#show(row));
    return row;
  }

  // Scrolls the list alone: the page stays where the caller's finger is.
  #show(row) {
    const below = row.offsetTop + row.offsetHeight - this.#log.clientHeight;
    this.#log.scrollTop = Math.max(below, Math.min(this.#log.scrollTop, row.offsetTop));
  }
}

// A prompt that was cut off before it began was never heard: it has no time.
const wasHeard = item => !item.cutShort || item.seconds > 0;

function words(item) {
  const text = item.text || (item.kind === 'silence' ? 'the caller is silent' : 'pause');
  const spoken = element('span', { className: 'words', textContent: text });
  if (item.language) spoken.lang = item.language;
  const more = remark(item);
  if (more) spoken.append(' ', element('small', { lang: 'en', textContent: `(${more})` }));
  return spoken;
}

function remark(item) {
  if (item.kind === 'keys') return item.end;
  if (item.cutShort) return item.seconds > 0 ? `cut off after ${item.seconds.toFixed(1)} s` : 'cut off before it began';
  return item.seconds > 0 ? `${item.seconds.toFixed(1)} s` : null;
}
