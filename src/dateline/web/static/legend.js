// What stands around the drawing.

import { el, glyph, html, on } from "./svg.js";

export function legend() {
  const one = (text, ...shapes) => html("span", {},
    el("svg", { width: 16, height: 14, viewBox: "0 0 16 14", "aria-hidden": "true" }, ...shapes), text);
  const bar = el("rect", { x: 0, y: 2, width: 16, height: 10, rx: 3, fill: "url(#fade-other)" });
  const sign = (quad, status) => glyph(8, 7, quad, status);
  return html("p", { class: "drawing-legend" }, one("cooperation in words", sign(1)), one("in deed", sign(2)),
    one("conflict in words", sign(3)), one("in deed", sign(4)),
    one("not, or not yet, done", sign(1, "planned")), one("some day between", bar));
}

const KEYS = [["← → ↑ ↓", "move"], ["Enter", "open"], ["+ −", "zoom"], ["PgUp PgDn", "earlier, later"], ["0", "all"]];

export function foot(buttons) {
  const hints = KEYS.flatMap(([names, does]) => [...names.split(" ").map((name) => html("kbd", {}, name)), ` ${does} `]);
  return html("div", { class: "drawing-foot" },
    html("div", { class: "drawing-buttons" }, ...buttons.map(([text, label, act]) => {
      const node = html("button", { type: "button", tabindex: -1, "aria-label": label, title: label }, text);
      on(node, "click", act);
      return node;
    })),
    html("p", { class: "drawing-keys", id: "drawing-keys" }, ...hints));
}
