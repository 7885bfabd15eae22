/**
 * Places a machine in one column, in the order it was told. An arrow to the next state goes straight down; all others run in lanes
 * beside the column, back ones on the left, skipping ones on the right; arrows to the same state share a lane.
 */
const size = { width: 150, height: 30, gap: 22, lane: 16, margin: 12, group: 24 };

export function layOut(machine) {
  const row = new Map(machine.states.map((state, place) => [state, place]));
  const groups = machine.groups.filter(group => isWhole(group, row));
  const rowOf = state => row.get(state) ?? Math.max(...groups.find(group => group.name === state)?.members.map(m => row.get(m)) ?? [0]);
  const drawn = machine.edges.filter(edge => row.has(edge.to) && (row.has(edge.from) || groups.some(group => group.name === edge.from)));
  const isStraight = edge => row.has(edge.from) && rowOf(edge.to) === rowOf(edge.from) + 1;
  const left = lanes(drawn.filter(edge => rowOf(edge.to) < rowOf(edge.from)), rowOf);
  const right = lanes(drawn.filter(edge => rowOf(edge.to) > rowOf(edge.from) && !isStraight(edge)), rowOf);

  const x = size.margin + size.group + (1 + left.count) * size.lane;
  const end = x + size.width;
  const boxEnd = end + size.group;
  const top = place => size.margin + size.group + place * (size.height + size.gap);
  const middle = state => top(rowOf(state)) + size.height / 2;

  const nodes = machine.states.map(state => ({ state, x, y: top(row.get(state)), width: size.width, height: size.height }));
  const boxes = groups.map(group => {
    const places = group.members.map(member => row.get(member));
    const y = top(Math.min(...places)) - size.group + 4;
    return { name: group.name, x: size.margin, y, width: boxEnd - size.margin, height: top(Math.max(...places)) + size.height + 9 - y };
  });

  const route = edge => {
    if (edge.from === edge.to) {
      const y = middle(edge.from) - 7;
      return { d: `M${end} ${y - 4} h9 q5 0 5 4 q0 4 -5 4 h-5`, tip: [end, y + 4, 'left'] };
    }
    if (isStraight(edge)) {
      const y = top(rowOf(edge.from)) + size.height;
      return { d: `M${x + size.width / 2} ${y} V${y + size.gap - 5}`, tip: [x + size.width / 2, y + size.gap, 'down'] };
    }
    const to = middle(edge.to);
    if (left.of.has(edge)) {
      const lane = x - size.lane * (1 + left.of.get(edge));
      return { d: `M${x} ${middle(edge.from) - 6} H${lane} V${to + 6} H${x - 5}`, tip: [x, to + 6, 'right'] };
    }
    const lane = boxEnd + size.lane * (1 + right.of.get(edge));
    const box = boxes.find(group => group.name === edge.from);
    const start = box ? `M${boxEnd} ${box.y + box.height - 3}` : `M${end} ${middle(edge.from) + 8}`;
    return { d: `${start} H${lane} V${to} H${end + 5}`, tip: [end, to, 'left'] };
  };

  return {
    nodes,
    boxes,
    edges: drawn.map(edge => ({ edge, ...route(edge) })),
    width: boxEnd + size.lane * (1 + right.count) + size.margin,
    height: top(machine.states.length - 1) + size.height + size.margin,
  };
}

// A box can be drawn around states that follow each other.
function isWhole(group, row) {
  const places = group.members.map(member => row.get(member)).sort((a, b) => a - b);
  return places.length > 0 && places.every((place, index) => place === places[0] + index);
}

// Lanes of targets whose stretches do not meet may lie in one line.
function lanes(edges, rowOf) {
  const of = new Map();
  const taken = [];
  for (const target of new Set(edges.map(edge => edge.to))) {
    const own = edges.filter(edge => edge.to === target);
    const rows = [rowOf(target), ...own.map(edge => rowOf(edge.from))];
    const from = Math.min(...rows);
    const to = Math.max(...rows);
    let lane = taken.findIndex(stretches => stretches.every(stretch => stretch.to < from || to < stretch.from));
    if (lane < 0) lane = taken.push([]) - 1;
    taken[lane].push({ from, to });
    for (const edge of own) of.set(edge, lane);
  }
  return { of, count: taken.length };
}
