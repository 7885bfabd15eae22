/** A state machine read from a Mermaid state diagram: only what such a picture needs, and nothing of it is trusted. */
export function parseMachine(text) {
  const machine = { states: [], edges: [], groups: [] };
  const names = new Map();
  const stack = [];
  const add = state => {
    if (stack.length > 0) stack.at(-1).members.push(state);
    if (!machine.states.includes(state)) machine.states.push(state);
  };
  for (const line of text.slice(0, 100_000).split('\n').map(part => part.trim())) {
    let found;
    if ((found = /^state (\w+) \{$/.exec(line))) {
      stack.push({ name: found[1], members: [] });
      machine.groups.push(stack.at(-1));
    } else if (line === '}') {
      stack.pop();
    } else if ((found = /^(\w+) --> (\w+)(?: : (.+))?$/.exec(line))) {
      join(machine.edges, found[1], found[2], found[3] ?? '');
    } else if ((found = /^(\w+) : (.+)$/.exec(line))) {
      names.set(found[1], found[2]);
    } else if ((found = /^(?:state )?(\w+)(?: <<choice>>)?$/.exec(line)) && line !== 'stateDiagram') {
      add(found[1]);
    }
  }
  const isGroup = state => machine.groups.some(group => group.name === state);
  for (const { from, to } of machine.edges)
    for (const state of [from, to])
      if (!isGroup(state) && !machine.states.includes(state)) machine.states.push(state);
  machine.states = machine.states.filter(state => !isGroup(state));
  machine.nameOf = state => names.get(state) ?? state;
  return machine.states.length > 0 ? machine : null;
}

/** The shortest way from a state to another, through states that pass without a word; null when there is none. */
export function way(machine, from, to) {
  const leave = state => machine.edges.filter(edge =>
    edge.from === state || machine.groups.some(group => group.name === edge.from && group.members.includes(state)));
  if (from === to) {
    const loop = machine.edges.find(edge => edge.from === from && edge.to === to);
    return loop ? [loop] : [];
  }
  const ways = [{ at: from, edges: [] }];
  const seen = new Set([from]);
  for (const { at, edges } of ways) {
    for (const edge of leave(at)) {
      if (edge.to === to) return [...edges, edge];
      if (seen.has(edge.to)) continue;
      seen.add(edge.to);
      ways.push({ at: edge.to, edges: [...edges, edge] });
    }
  }
  return null;
}

function join(edges, from, to, label) {
  const same = edges.find(edge => edge.from === from && edge.to === to);
  if (same) same.labels.push(label);
  else edges.push({ from, to, labels: [label] });
}
