// The density of the whole span, with a brush over what the lanes show.

import { el } from "./svg.js";
import { DAY, ms, ticks } from "./time.js";

export const HEIGHT = 58;
const CHART = 40;
const GRIP = 9;

// Draws the strip into `root`; `show` of what it returns sets the brush.
export function strip(root, data, width) {
  const [first, last] = [ms(data.span[0]), ms(data.span[1]) + DAY];
  const per = width / (last - first);
  const most = Math.max(...data.strip);
  const wide = width / data.strip.length;
  const path = data.strip.map((count, n) => {
    const top = count ? CHART - Math.max(1, Math.sqrt(count / most) * (CHART - 4)) : CHART;
    return `${n ? "L" : "M"}${(n * wide).toFixed(1)} ${top.toFixed(1)}H${((n + 1) * wide).toFixed(1)}`;
  });
  root.replaceChildren(
    el("rect", { class: "ground", x: 0, y: 0, width, height: CHART }),
    el("path", { class: "density", d: `${path.join("")}V${CHART}H0Z` }),
  );
  for (const { time, label } of ticks(first, last, width, 54)) {
    const x = (time - first) * per;
    if (x > 14 && x < width - 14) root.append(el("text", { class: "tick", x, y: CHART + 14 }, label));
  }
  const shade = [el("rect", { class: "shade", y: 0, height: CHART }), el("rect", { class: "shade", y: 0, height: CHART })];
  const brush = el("rect", { class: "brush", y: 0.5, height: CHART - 1 });
  const grips = [0, 1].map(() => el("rect", { class: "grip", y: 8, width: 5, height: CHART - 16, rx: 2.5 }));
  root.append(...shade, brush, ...grips);
  return {
    first, last, per,
    show(view) {
      const a = Math.min(Math.max((view.from - first) * per, 0), width - 2);
      const b = Math.max(Math.min((view.to - first) * per, width), a + 2);
      const set = (node, x, w) => { node.setAttribute("x", x); node.setAttribute("width", Math.max(w, 0)); };
      set(shade[0], 0, a);
      set(shade[1], b, width - b);
      set(brush, a, b - a);
      set(grips[0], a - 2.5, 5);
      set(grips[1], b - 2.5, 5);
    },
  };
}

// What a press at pixel `x` of the strip takes hold of, as a function from pixel to view.
export function grab(shape, view, x) {
  const at = (px) => Math.min(Math.max(shape.first + px / shape.per, shape.first), shape.last);
  const [a, b] = [view.from, view.to].map((time) => (time - shape.first) * shape.per);
  if (Math.abs(x - a) <= GRIP && Math.abs(x - a) <= Math.abs(x - b)) return (px) => between(at(px), view.to);
  if (Math.abs(x - b) <= GRIP) return (px) => between(view.from, at(px));
  const whole = view.from <= shape.first && view.to >= shape.last;
  if (x > a && x < b && !whole) {
    const length = view.to - view.from;
    return (px) => {
      const from = Math.min(Math.max(view.from + (px - x) / shape.per, shape.first), shape.last - length);
      return { from, to: from + length };
    };
  }
  return (px) => between(at(x), at(px));
}

const between = (a, b) => ({ from: Math.min(a, b), to: Math.max(a, b) });
