// Where single marks go: blocks of events of the same days, stacked away from the line.

export const CELL = 15;
const LEAST = 14;
const DEEP = 40; // rows that a lane is asked for before it is cut

// Events of one lane and the same days become one block of cells. Returns the blocks by lane, the
// rows each lane wants, and what places them in the rows they get.
export function pack(events, extent, width) {
  const lanes = [0, 1, 2].map((n) => blocks(events.filter((event) => event.lane === n), extent, width));
  const wants = lanes.map((lane) => place(lane, DEEP));
  return { lanes, wants, fit: (rows) => {
    lanes.forEach((lane, n) => place(lane, rows[n]));
    return lanes.flat().reduce((sum, block) => sum + block.more, 0);
  } };
}

function blocks(events, extent, width) {
  const groups = new Map();
  for (const event of events) {
    const key = `${event.start} ${event.end} ${event.clock}`;
    groups.set(key, [...(groups.get(key) || []), event]);
  }
  const found = [...groups.values()].map((group) => {
    const [left, right] = extent(group[0]);
    const [x0, x1] = [Math.max(left, 0), Math.min(right, width)];
    const wide = Math.max(x1 - x0, LEAST);
    const middle = (x0 + x1) / 2;
    const columns = Math.min(Math.max(1, Math.floor(wide / CELL)), group.length);
    return { events: group, left, right, x0: middle - wide / 2, x1: middle + wide / 2, wide, columns };
  });
  return found.sort((a, b) => a.wide - b.wide || a.x0 - b.x0);
}

// Gives each block the first rows that are free; one that does not fit is cut, and `more` says by
// how many events. Returns the number of rows used.
function place(lane, rows) {
  const taken = Array.from({ length: rows }, () => []);
  let used = 0;
  for (const block of lane) {
    const wanted = Math.ceil(block.events.length / block.columns);
    const free = (row) => taken[row].every(([a, b]) => b <= block.x0 || a >= block.x1);
    let [at, got] = [0, 0];
    for (let row = 0; row < rows && got < wanted; row += 1) {
      if (free(row)) got += 1;
      else if (row + 1 < rows) [at, got] = [row + 1, 0];
    }
    block.row = at;
    block.rows = got;
    block.shown = Math.min(block.events.length, got * block.columns);
    block.more = block.events.length - block.shown;
    for (let row = at; row < at + got; row += 1) taken[row].push([block.x0, block.x1]);
    used = Math.max(used, at + got);
  }
  return used;
}
