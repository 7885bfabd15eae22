/** The element of an id. */
export const byId = id => document.getElementById(id);

/** A new element with properties and children; text is only ever text, never markup. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/** Seconds as 1:05. */
export const clock = seconds =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
