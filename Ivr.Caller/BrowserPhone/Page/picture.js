import { byId, element } from './dom.js';
import { layOut } from './layout.js';
import { parseMachine, way } from './machine.js';

const tips = { down: 'l-4 -7 h8 z', left: 'l7 -4 v8 z', right: 'l-7 -4 v8 z' };

/** The machine with the current state lit and the way that led there; without a machine, the states that were met. */
export class Picture {
  #machine = null;
  #parts = new Map();
  #path = [];

  /** Draws a machine; null when none is known. */
  show(text) {
    this.#machine = text ? parseMachine(text) : null;
    this.reset();
  }

  reset() {
    this.#path = [];
    this.#parts.clear();
    byId('picture').replaceChildren(this.#machine ? this.#draw() : element('p', { className: 'empty', textContent: 'The states that the server names appear here.' }));
    this.#tell(null);
  }

  /** The server says where the call is now. */
  enter(state) {
    const last = this.#path.at(-1);
    this.#path.push(state);
    if (this.#machine) this.#light(last, state);
    else byId('picture').replaceChildren(this.#list(state));
    this.#tell(state);
  }

  /** The call is over: the state stays to be seen. */
  leave() {
    byId('when').textContent = 'Last';
  }

  #light(last, state) {
    for (const edge of (last === undefined ? null : way(this.#machine, last, state)) ?? []) {
      for (const part of this.#parts.get(edge) ?? []) {
        part.classList.add('taken');
        // On top of those that were not taken.
        part.parentNode.append(part);
      }
      this.#parts.get(edge.from)?.classList.add('seen');
    }
    byId('picture').querySelector('.lit')?.classList.remove('lit');
    const node = this.#parts.get(state);
    node?.classList.add('seen', 'lit');
  }

  #tell(state) {
    byId('when').textContent = 'Now';
    byId('state').textContent = state ?? 'no call';
    const way = this.#path.filter((step, place) => step !== this.#path[place - 1]);
    byId('path').textContent = way.length > 0 ? `Way: ${way.join(' \u2192 ')}` : '';
    byId('picture').querySelector('svg')?.setAttribute('aria-label', `State machine, ${state ? `now in ${state}` : 'no call'}`);
  }

  #list(state) {
    return element('ol', {}, ...[...new Set(this.#path)].map(seen =>
      element('li', { className: seen === state ? 'lit' : '', textContent: seen })));
  }

  #draw() {
    const plan = layOut(this.#machine);
    const svg = shape('svg', { viewBox: `0 0 ${plan.width} ${plan.height}`, width: plan.width, height: plan.height, role: 'img' });
    const arrows = shape('g', {});
    for (const box of plan.boxes) {
      svg.append(shape('rect', { class: 'group', x: box.x, y: box.y, width: box.width, height: box.height, rx: 10 }));
      svg.append(shape('text', { class: 'group', x: box.x + 9, y: box.y + 14 }, this.#machine.nameOf(box.name)));
    }
    svg.append(arrows);
    for (const { edge, d, tip: [x, y, way] } of plan.edges) {
      const told = shape('title', {}, `${edge.from} to ${edge.to}: ${edge.labels.join(', ')}`);
      const line = shape('path', { class: 'edge', d }, told);
      const tip = shape('path', { class: 'tip', d: `M${x} ${y} ${tips[way]}` });
      this.#parts.set(edge, [line, tip]);
      arrows.append(line, tip);
    }
    for (const { state, x, y, width, height } of plan.nodes) {
      const node = shape('g', { class: 'node', 'data-state': state });
      node.append(shape('rect', { x, y, width, height, rx: 8 }));
      node.append(shape('text', { x: x + width / 2, y: y + height / 2 }, this.#machine.nameOf(state)));
      this.#parts.set(state, node);
      svg.append(node);
    }
    return svg;
  }
}

function shape(name, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
