// What moves the drawing: pointers drag or pinch, the wheel and keys zoom and pan.

import { grab } from "./strip.js";
import { on } from "./svg.js";

// `it`: the drawing, as timeline.js hands it over.
export function pointers(it) {
  const { svg } = it;
  const down = new Map();
  let hold;
  let moved = false;
  const place = (event) => event.clientX - svg.getBoundingClientRect().left;

  on(svg, "pointerdown", (event) => {
    if (!it.ready() || event.button) return;
    down.set(event.pointerId, place(event));
    moved = false;
    const x = place(event);
    hold = down.size > 1 ? pinch() : it.below.contains(event.target) ? grab(it.shape(), it.view(), x) : drag(x);
  });

  function drag(x) {
    const { from, to } = it.view();
    const per = (to - from) / it.width();
    return (now) => ({ from: from - (now - x) * per, to: to - (now - x) * per });
  }

  function pinch() {
    const apart = () => {
      const [a, b] = down.values();
      return [(a + b) / 2, Math.max(Math.abs(a - b), 20)];
    };
    const [middle, gap] = apart();
    const [time, { from, to }] = [it.timeAt(middle), it.view()];
    return () => {
      const [now, wide] = apart();
      const length = ((to - from) * gap) / wide;
      const begin = time - (now / it.width()) * length;
      return { from: begin, to: begin + length };
    };
  }

  on(svg, "pointermove", (event) => {
    const before = down.get(event.pointerId);
    const x = place(event);
    if (before === undefined || !hold || (!moved && Math.abs(x - before) < 4)) return;
    if (!moved) svg.setPointerCapture(event.pointerId);
    moved = true;
    down.set(event.pointerId, x);
    it.go(hold(x), false);
  });
  const release = (event) => {
    if (!down.delete(event.pointerId)) return;
    hold = undefined;
    if (moved) it.arrive();
  };
  on(svg, "pointerup", release);
  on(svg, "pointercancel", release);
  on(svg, "dragstart", (event) => event.preventDefault());
  // The click that ends a drag opens nothing.
  on(svg, "click", (event) => {
    if (!moved) return;
    moved = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // A wheel zooms where the pointer was moved onto the drawing; one that scrolls past it does not.
  let aimed = false;
  on(svg, "pointermove", () => { aimed = true; });
  on(document, "scroll", () => { aimed = false; }, { passive: true });
  on(svg, "wheel", (event) => {
    const { deltaX, deltaY, ctrlKey } = event;
    const across = Math.abs(deltaX) > Math.abs(deltaY);
    if (!it.ready() || !(aimed || ctrlKey) || (!across && deltaY > 0 && it.whole())) return;
    event.preventDefault();
    if (across) it.pan(deltaX / it.width());
    else it.zoom(Math.exp(Math.max(-120, Math.min(120, deltaY)) * 0.004), it.timeAt(place(event)));
  }, { passive: false });
}

export function keys(svg, ready, acts) {
  on(svg, "keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !ready() || !acts[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]();
  });
}
