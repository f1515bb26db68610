// The lanes: bars by calendar bin where events are many, single marks where they are few.

import { el, glyph, kindOf, KINDS } from "./svg.js";
import { DAY, clock, hours, ms, range, ticks } from "./time.js";
import { CELL, pack } from "./pack.js";

const TOP = 20;
const AXIS = 38;
// Of the marks that single drawing would hide, the share from which bars say more.
const HIDDEN = 0.2;

export const height = (narrow) => (narrow ? 304 : 382);

// Draws data into `root`; returns the marks that can be moved to.
export function draw(root, data, view, width, narrow) {
  const room = height(narrow) - TOP - AXIS;
  const x = (time) => ((time - view.from) / (view.to - view.from)) * width;
  const seen = (start, end) => ms(start) < view.to && (end ? ms(end) + DAY : Infinity) > view.from;
  const events = data.events?.filter((event) => seen(event.start, event.end));
  const packed = events && pack(events, (event) => extent(event, x, width), width);
  const rows = packed && share(packed.wants, room / CELL, data.lanes[1] ? 3 : 0).map(Math.floor);
  const single = packed && packed.fit(rows) <= HIDDEN * events.length;
  const bins = single ? [] : data.bins.filter((bin) => seen(bin.start, bin.end));
  const most = [0, 1, 2].map((lane) => Math.max(0, ...bins.filter((bin) => bin.lane === lane).map(total)));
  const sizes = single ? rows.map((n) => (n * room) / sum(rows)) : share(most, room, data.lanes[1] ? 48 : 0);
  const lanes = [
    laneAt(TOP + sizes[0], -1, sizes[0]),
    laneAt(TOP + sizes[0] + sizes[1] / 2, 0, sizes[1]),
    laneAt(TOP + sizes[0] + sizes[1], 1, sizes[2]),
  ];
  root.replaceChildren(ground(data, view, x, width, lanes));
  const marks = single
    ? packed.lanes.flatMap((blocks, n) => singles(root, blocks, data, lanes[n]))
    : bars(root, data, bins, x, width, lanes, most);
  return marks.sort((a, b) => a.x - b.x || a.lane - b.lane);
}

const sum = (values) => values.reduce((a, b) => a + b, 0);
const total = (bin) => sum(KINDS.map((kind) => bin[kind] || 0));

// Shares `room` out by what each lane wants; an outer lane has at least a tenth of it, and that on
// the line `middle` where it is wanted at all.
function share(wants, room, middle) {
  const least = [room / 10, middle, room / 10];
  const rest = room - sum(least);
  const all = sum(wants);
  return wants.map((want, n) => least[n] + (all ? (rest * want) / all : (rest * least[n]) / sum(least)));
}

// A lane grows from its `base` upward (-1), downward (1), or, on the line, both ways in turn (0).
function laneAt(base, sign, height) {
  const rows = Math.max(1, Math.floor(height / CELL));
  const y = sign
    ? (row) => base + sign * (CELL * row + CELL / 2 + 2)
    : (row) => base + CELL * Math.ceil(row / 2) * (row % 2 ? -1 : 1);
  return { base, sign, height, rows, y };
}

// First and last pixel that an event may be of.
function extent(event, x, width) {
  const day = ms(event.start);
  if (event.clock && event.start === event.end) return hours(event.clock).map((time) => x(day + time));
  const right = event.end ? x(ms(event.end) + DAY) : Math.min(Math.max(x(day), 0) + 60, width);
  return [x(day), right];
}

function ground(data, view, x, width, lanes) {
  const [upper, lower] = [lanes[0].base, lanes[2].base];
  const bottom = lower + lanes[2].height;
  const node = el("g", { "aria-hidden": "true" });
  node.append(el("rect", { class: "band", x: 0, y: upper, width, height: lower - upper }));
  for (const tick of ticks(view.from, view.to, width, 64)) {
    const at = Math.round(x(tick.time)) + 0.5;
    node.append(el("line", { class: "grid", x1: at, x2: at, y1: TOP, y2: bottom }));
    const first = at < 28; // its label begins at the tick, the others stand astride theirs
    if (at < width - 18) node.append(el("text", { class: first ? "tick first" : "tick", x: at, y: bottom + 30 }, tick.label));
  }
  for (const y of new Set([upper, lower])) {
    node.append(el("line", { class: "axis", x1: 0, x2: width, y1: y, y2: y }));
  }
  const label = (text, y) => el("text", { class: "lane", x: 2, y }, text);
  node.append(label(data.lanes[0], 13), label(data.lanes[2], bottom + 14));
  if (data.lanes[1]) node.append(label(data.lanes[1], upper + 13));
  return node;
}

function singles(root, blocks, data, lane) {
  const marks = [];
  for (const block of blocks) {
    const y = (row) => lane.y(block.row + row);
    if (block.right - block.left > CELL && block.rows) root.append(bar(block, y));
    for (let n = 0; n < block.shown; n += 1) {
      const row = Math.floor(n / block.columns);
      const inRow = Math.min(block.columns, block.shown - row * block.columns);
      const at = block.x0 + (block.wide * ((n % block.columns) + 0.5)) / inRow;
      marks.push(single(root, block.events[n], at, y(row), data));
    }
    if (block.more && block.rows) {
      const edge = y(block.rows - 1) + (lane.sign || 1) * 11;
      const at = (block.x0 + block.x1) / 2;
      root.append(el("text", { class: "more", x: at, y: edge + 3, "aria-hidden": "true" }, `+${block.more}`));
    }
  }
  return marks;
}

// The days that an event may be of: solid in the middle, faded at ends that nobody knows.
function bar(block, y) {
  const ys = Array.from({ length: block.rows }, (_, row) => y(row));
  const [a, b] = [Math.min(...ys), Math.max(...ys)];
  const kinds = new Set(block.events.map((event) => kindOf(event.quad)));
  const kind = kinds.size > 1 ? "other" : [...kinds][0];
  return el("rect", {
    class: "range",
    fill: `url(#fade-${kind}${block.events[0].end ? "" : "-open"})`,
    x: block.left, width: block.right - block.left, rx: 3,
    y: a - CELL / 2 + 2, height: b - a + CELL - 4,
  });
}

function single(root, event, x, y, data) {
  const when = range(event.start, event.end) + (event.clock ? `, ${clock(event.clock)}` : "");
  const status = event.status === "happened" ? "" : `, ${event.status}`;
  const what = `${event.type} (${kindOf(event.quad)}${status})`;
  const node = el("a", { href: `/event/${event.id}`, class: "point", tabindex: -1,
    "aria-label": `${when}: ${data.lanes[event.lane]}, ${what}: ${event.headline}` });
  node.append(el("circle", { class: "hit", cx: x, cy: y, r: 8 }), glyph(x, y, event.quad, event.status));
  root.append(node);
  return { key: event.id, node, x, lane: event.lane, when, what: `${what}, ${event.grade}, voices: ${event.voices}`, text: event.headline };
}

function bars(root, data, bins, x, width, lanes, most) {
  const per = Math.min(...lanes.map((lane, n) => (most[n] ? (lane.height - 5) / most[n] : Infinity)));
  const marks = [];
  for (const bin of bins) {
    const [left, right] = [Math.max(x(ms(bin.start)), 0), Math.min(x(ms(bin.end) + DAY), width)];
    const lane = lanes[bin.lane];
    const held = KINDS.filter((kind) => bin[kind]);
    const [when, who] = [range(bin.start, bin.end), data.lanes[bin.lane]];
    const text = held.map((kind) => `${about(bin[kind])} ${kind}`).join(", ");
    const node = el("a", { class: "bin", role: "button", tabindex: -1, "aria-label": `${when}, ${who}: ${text}. Zoom in` });
    node.append(el("rect", { class: "hit", x: left, width: Math.max(right - left, 1), ...area(lane) }));
    let done = lane.sign ? 0 : (-total(bin) * per) / 2;
    for (const kind of held) {
      const height = Math.max(bin[kind] * per, 1);
      node.append(el("rect", { class: `bar ${kind}`, x: left, width: Math.max(right - left - 1, 1), height,
        y: lane.base + (lane.sign < 0 ? -done - height : done) }));
      done += height;
    }
    root.append(node);
    marks.push({ key: `${bin.start} ${bin.end} ${bin.lane}`, node, x: (left + right) / 2, lane: bin.lane, when, what: who, text,
      zoom: { from: ms(bin.start), to: ms(bin.end) + DAY } });
  }
  if (Number.isFinite(per)) root.append(rule((lanes[0].height - 5) / per, per, width));
  return marks;
}

const area = ({ base, sign, height }) => ({ y: base - (height * (1 - sign)) / 2, height });
const about = (count) => (Number.isInteger(count) ? `${count}` : count < 1 ? "under 1" : `about ${Math.round(count)}`);

function rule(top, per, width) {
  const step = 10 ** Math.floor(Math.log10(top));
  const value = [5, 2, 1].map((n) => n * step).find((n) => n <= top) || step;
  const y = TOP + (top - value) * per + 5;
  return el("g", { "aria-hidden": "true" },
    el("line", { class: "grid", x1: 0, x2: width, y1: y, y2: y }),
    el("text", { class: "count", x: width - 2, y: y - 3 }, `${value}`));
}
