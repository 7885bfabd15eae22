import { byId } from './dom.js';

/** The settings that work at once, in the middle of a call too. */
export function readSettings({ voice, tones, keypad, listening }) {
  const follow = (id, take) => {
    const control = byId(id);
    control.addEventListener('change', () => take(control));
    take(control);
  };
  follow('speed', ({ value }) => { listening.hurry(value === 'instant'); });
  follow('tones', ({ checked }) => { tones.enabled = checked; });
  follow('keyboard', ({ checked }) => { keypad.typing = checked; });
  follow('speech', ({ checked }) => { voice.mute(!checked); });
}
