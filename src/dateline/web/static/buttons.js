// The buttons below the drawing: each does what a key does.

import { html, on } from "./svg.js";

export function buttons(named) {
  return html("div", { class: "drawing-buttons" }, ...named.map(([text, label, act]) => {
    const node = html("button", { type: "button", tabindex: -1, "aria-label": label, title: label }, text);
    on(node, "click", act);
    return node;
  }));
}
