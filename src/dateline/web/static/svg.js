// Nodes by hand: geometry in attributes, colours in drawing.css, no style attribute anywhere.

const NS = "http://www.w3.org/2000/svg";

const filled = (node, attributes, children) => {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
};
export const el = (name, attributes = {}, ...children) => filled(document.createElementNS(NS, name), attributes, children);
export const html = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children);

export const on = (node, type, act, options) => node.addEventListener(type, act, options);

export const KINDS = ["cooperation", "conflict", "other"];
export const kindOf = (quad) => (quad ? KINDS[quad <= 2 ? 0 : 1] : KINDS[2]);
const deeds = (quad) => quad === 2 || quad === 4;

// A circle cooperates, a triangle conflicts, a square is neither; hollow: in words, solid: in deed.
export function glyph(x, y, quad, status = "happened", size = 5) {
  const kind = kindOf(quad);
  const names = ["glyph", kind, deeds(quad) ? "deed" : "word", status === "happened" ? "" : "unreal"];
  const shared = { class: names.join(" ").trim() };
  if (kind === "cooperation") return el("circle", { ...shared, cx: x, cy: y, r: size });
  const r = kind === "conflict" ? size * 1.15 : size * 0.9;
  const points = kind === "conflict"
    ? [[x, y - r], [x + r, y + r * 0.8], [x - r, y + r * 0.8]]
    : [[x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r]];
  return el("polygon", { ...shared, "stroke-linejoin": "round",
    points: points.map((p) => p.map((v) => v.toFixed(1)).join()).join(" ") });
}

// The hatching of conflict, and the faded ends of what is not dated to a point.
export function defs() {
  const fade = (kind, name, stops) => el(
    "linearGradient", { id: name },
    ...stops.map(([offset, strength]) => el("stop", { offset, class: `stop-${kind} s${strength}` })),
  );
  const both = [[0, 0], [0.25, 2], [0.75, 2], [1, 0]];
  return el(
    "defs", {},
    el("pattern", { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      el("rect", { class: "hatch-ground", width: 5, height: 5 }),
      el("rect", { class: "hatch-line", width: 2.4, height: 5 })),
    ...KINDS.map((kind) => fade(kind, `fade-${kind}`, both)),
    ...KINDS.map((kind) => fade(kind, `fade-${kind}-open`, [[0, 2], [1, 0]])),
  );
}
