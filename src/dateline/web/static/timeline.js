// The drawing of a timeline: its state, what moves it, and the list that keeps in step with it.

import { draw, height } from "./lanes.js";
import { HEIGHT, grab, strip } from "./strip.js";
import { el, defs, glyph } from "./svg.js";
import { DAY, HOUR, iso, ms, spanWords } from "./time.js";

const LEAST = 6 * HOUR; // the closest zoom
const SETTLE = 120; // milliseconds without a move after which data and list are asked for
const GAP = 12;

function start(root) {
  const source = new URL(root.dataset.source, location.href);
  const html = (name, attributes = {}, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const lanes = el("g", { class: "lanes" });
  const below = el("g", { class: "strip", "aria-hidden": "true" });
  const svg = el("svg", { role: "application", "aria-label": "Drawing of the events", "aria-roledescription": "timeline",
    "aria-describedby": "drawing-keys", focusable: "false" }, defs(), lanes, below);
  const live = html("p", { class: "drawing-live", "aria-live": "polite" });
  const detail = html("p", { class: "drawing-detail" });
  const buttons = html("div", { class: "drawing-buttons" });
  root.append(legend(html), svg, detail, live,
    html("div", { class: "drawing-foot" }, buttons, html("p", { class: "drawing-keys", id: "drawing-keys" }, ...keys(html))));
  root.hidden = false;

  let data;
  let view;
  let marks = [];
  let at = 0;
  let shape;
  let timer;
  let asked;

  const width = () => Math.max(root.clientWidth, 280);

  function paint() {
    const wide = width();
    const narrow = wide < 600;
    const lower = height(narrow) + GAP;
    svg.setAttribute("width", wide);
    svg.setAttribute("height", lower + HEIGHT);
    svg.setAttribute("viewBox", `0 0 ${wide} ${lower + HEIGHT}`);
    const held = marks[focused()];
    const before = marks[at];
    marks = draw(lanes, data, view, wide, narrow);
    marks.forEach((mark, n) => { mark.node.dataset.n = n; });
    at = Math.max(before ? nearest(before) : 0, 0);
    marks[at]?.node.setAttribute("tabindex", 0);
    if (held) focus(at);
    below.setAttribute("transform", `translate(0 ${lower})`);
    shape = strip(below, data, wide);
    shape.show(view);
    svg.tabIndex = marks.length ? -1 : 0;
  }

  // The mark that now stands for one drawn before: the same, or the nearest in its lane.
  function nearest(old) {
    const same = marks.findIndex((mark) => mark.key === old.key);
    if (same >= 0) return same;
    const far = (mark) => Math.abs(mark.x - old.x) + (mark.lane === old.lane ? 0 : 1e4);
    return marks.reduce((best, mark, n) => (best < 0 || far(mark) < far(marks[best]) ? n : best), -1);
  }

  function focus(n) {
    if (!marks.length) return svg.focus({ preventScroll: true });
    marks[at]?.node.setAttribute("tabindex", -1);
    at = Math.min(Math.max(n, 0), marks.length - 1);
    marks[at].node.setAttribute("tabindex", 0);
    marks[at].node.focus({ preventScroll: true });
    return undefined;
  }

  function tell(mark) {
    detail.replaceChildren(...(mark
      ? [html("b", {}, mark.when), ` ${mark.what}`, html("br"), mark.text]
      : [html("span", {}, summary())]));
  }

  function summary() {
    const undated = data.undated ? `; ${data.undated} without a date are in the list alone` : "";
    return `${data.within} of ${data.total} events, ${spanWords(view.from, view.to)}${undated}.`;
  }

  function bounded({ from, to }) {
    const [first, last] = [ms(data.span[0]), ms(data.span[1]) + DAY];
    const length = Math.min(Math.max(to - from, LEAST), last - first);
    const begin = Math.min(Math.max(from + (to - from - length) / 2, first), last - length);
    return { from: begin, to: begin + length };
  }

  function go(next, { settle = true } = {}) {
    view = bounded(next);
    requestAnimationFrame(paint);
    clearTimeout(timer);
    if (settle) timer = setTimeout(arrive, SETTLE);
  }

  const whole = () => view.from <= ms(data.span[0]) && view.to >= ms(data.span[1]) + DAY;

  // Asks for what the window holds, and brings address and list into step with it.
  async function arrive() {
    if (view.to - view.from > 3 * DAY) view = bounded({ from: nearestDay(view.from), to: nearestDay(view.to) });
    const days = whole() ? [] : [iso(view.from), iso(view.to - 1)];
    const url = new URL(location.href);
    ["start", "end"].forEach((name, n) => {
      if (days[n]) url.searchParams.set(name, days[n]);
      else url.searchParams.delete(name);
    });
    url.searchParams.delete("page");
    url.hash = view.from % DAY || view.to % DAY ? `at=${new Date(view.from).toISOString()}/${new Date(view.to).toISOString()}` : "";
    if (url.href !== location.href) history.pushState(null, "", url);
    await Promise.all([load(days), list(url)]);
    live.textContent = summary();
  }

  // Asks for the drawing of a window of days; without one, of the days that the query asks for.
  async function load(days, query = source.search) {
    asked?.abort();
    asked = new AbortController();
    const url = new URL(source);
    url.search = query;
    if (days) {
      for (const name of ["start", "end"]) url.searchParams.delete(name);
      ["from", "to"].forEach((name, n) => days[n] && url.searchParams.set(name, days[n]));
    }
    url.searchParams.delete("page");
    url.searchParams.set("bins", Math.round(width() / 7));
    try {
      const answer = await fetch(url, { signal: asked.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      data = await answer.json();
    } catch (error) {
      if (error.name !== "AbortError") live.textContent = "The drawing could not be loaded.";
      return;
    }
    root.hidden = !data.span;
    if (root.hidden) return;
    view ??= remembered();
    paint();
    tell(marks[focused()]);
  }

  // The window of the address: the days of the query, or the hours after its # where it is closer.
  function remembered() {
    const exact = location.hash.startsWith("#at=") && decodeURIComponent(location.hash.slice(4)).split("/").map(Date.parse);
    if (exact && exact.every(Number.isFinite)) return bounded({ from: exact[0], to: exact[1] });
    return bounded({ from: ms(data.window[0]), to: ms(data.window[1]) + DAY });
  }

  // Puts the server's list of the same events in the place of the one on the page.
  async function list(url) {
    const here = document.querySelector("[data-in-step]");
    if (!here) return;
    const answer = await fetch(url, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelectorAll("[data-in-step]").forEach((node) => {
      const fresh = page.querySelector(`[data-in-step="${node.dataset.inStep}"]`);
      if (fresh && !node.contains(document.activeElement)) node.replaceWith(document.adoptNode(fresh));
    });
    document.title = page.title || document.title;
  }

  const zoom = (factor, centre = (view.from + view.to) / 2) => go({
    from: centre - (centre - view.from) * factor, to: centre + (view.to - centre) * factor });
  const pan = (share) => {
    const by = (view.to - view.from) * share;
    go({ from: view.from + by, to: view.to + by });
  };
  const all = () => go({ from: ms(data.span[0]), to: ms(data.span[1]) + DAY });
  const timeAt = (px) => view.from + (px / width()) * (view.to - view.from);

  // Moves to the nearest mark of the next lane that has one.
  function cross(by) {
    const here = marks[at];
    for (let lane = here.lane + by; lane >= 0 && lane <= 2; lane += by) {
      const there = marks.map((mark, n) => ({ ...mark, n })).filter((mark) => mark.lane === lane);
      if (there.length) return focus(there.reduce((a, b) => (Math.abs(b.x - here.x) < Math.abs(a.x - here.x) ? b : a)).n);
    }
    return undefined;
  }

  const ACTS = {
    ArrowLeft: () => focus(at - 1), ArrowRight: () => focus(at + 1),
    ArrowUp: () => cross(-1), ArrowDown: () => cross(1),
    Home: () => focus(0), End: () => focus(marks.length - 1),
    PageUp: () => pan(-0.5), PageDown: () => pan(0.5),
    "+": () => zoom(0.5, centre()), "=": () => zoom(0.5, centre()), "-": () => zoom(2, centre()), 0: all,
    Enter: () => open(), " ": () => open(),
  };
  const centre = () => (lanes.contains(document.activeElement) && marks[at] ? timeAt(marks[at].x) : undefined);
  function open() {
    const mark = marks[at];
    if (mark?.zoom) go(mark.zoom);
    else mark?.node.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }

  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !data?.span) return;
    const act = ACTS[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  svg.addEventListener("focusin", (event) => {
    const mark = marks[event.target.closest("[data-n]")?.dataset.n];
    if (mark) {
      at = Number(mark.node.dataset.n);
      tell(mark);
    }
  });
  svg.addEventListener("focusout", () => tell(null));
  svg.addEventListener("pointerover", (event) => tell(marks[event.target.closest("[data-n]")?.dataset.n] || marks[focused()]));
  svg.addEventListener("pointerleave", () => tell(marks[focused()]));
  const focused = () => (lanes.contains(document.activeElement) ? at : -1);

  svg.addEventListener("click", (event) => {
    if (moved) event.preventDefault();
    const mark = marks[event.target.closest("[data-n]")?.dataset.n];
    if (mark?.zoom && !moved) go(mark.zoom);
  });

  // One pointer drags the lanes or the brush; two pinch.
  const pointers = new Map();
  let hold;
  let moved = false;
  const place = (event) => {
    const box = svg.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  svg.addEventListener("pointerdown", (event) => {
    if (!data?.span || event.button) return;
    const spot = place(event);
    pointers.set(event.pointerId, spot);
    moved = false;
    const [one, two] = pointers.values();
    const held = { ...view };
    if (two) {
      const [x, gap] = [(one.x + two.x) / 2, Math.max(Math.abs(one.x - two.x), 20)];
      const time = timeAt(x);
      hold = () => {
        const [a, b] = pointers.values();
        const factor = gap / Math.max(Math.abs(a.x - b.x), 20);
        const length = (held.to - held.from) * factor;
        const from = time - (((a.x + b.x) / 2) / width()) * length;
        return { from, to: from + length };
      };
    } else if (below.contains(event.target)) {
      const take = grab(shape, held, spot.x);
      hold = (now) => take(now.x);
    } else {
      const per = (held.to - held.from) / width();
      hold = (now) => ({ from: held.from - (now.x - spot.x) * per, to: held.to - (now.x - spot.x) * per });
    }
  });
  svg.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    const spot = place(event);
    const before = pointers.get(event.pointerId);
    if (!moved && Math.abs(spot.x - before.x) < 4) return;
    if (!moved) svg.setPointerCapture(event.pointerId);
    moved = true;
    pointers.set(event.pointerId, spot);
    go(hold(spot), { settle: false });
  });
  const release = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    if (moved) arrive();
    setTimeout(() => { moved = false; });
  };
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointercancel", release);
  svg.addEventListener("dragstart", (event) => event.preventDefault());

  // A wheel zooms where the pointer was moved onto the drawing; one that scrolls past it does not.
  let aimed = false;
  svg.addEventListener("pointermove", () => { aimed = true; });
  document.addEventListener("scroll", () => { aimed = false; }, { passive: true });
  svg.addEventListener("wheel", (event) => {
    if (!data?.span || !(aimed || event.ctrlKey)) return;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      pan(event.deltaX / width());
      return;
    }
    if (event.deltaY > 0 && whole()) return;
    event.preventDefault();
    zoom(Math.exp(Math.max(-120, Math.min(120, event.deltaY)) * 0.004), timeAt(place(event).x));
  }, { passive: false });

  const button = (text, label, act) => {
    const node = html("button", { type: "button", tabindex: -1, "aria-label": label, title: label }, text);
    node.addEventListener("click", () => data?.span && act());
    buttons.append(node);
  };
  button("←", "Earlier (Page Up)", () => pan(-0.5));
  button("→", "Later (Page Down)", () => pan(0.5));
  button("−", "Zoom out (-)", () => zoom(2));
  button("+", "Zoom in (+)", () => zoom(0.5));
  button("All", "The whole span (0)", all);

  new ResizeObserver(() => data?.span && svg.getAttribute("width") !== `${width()}` && paint()).observe(root);
  addEventListener("popstate", () => {
    view = undefined;
    load(null, location.search);
    list(location);
  });
  load(null);
}

function legend(html) {
  const one = (text, ...shapes) => {
    const svg = el("svg", { width: 16, height: 14, viewBox: "0 0 16 14", "aria-hidden": "true" }, ...shapes);
    return html("span", {}, svg, text);
  };
  const bar = el("rect", { x: 0, y: 2, width: 16, height: 10, rx: 3, fill: "url(#fade-other)" });
  return html("p", { class: "drawing-legend" }, one("cooperation in words", glyph(8, 7, 1)), one("in deed", glyph(8, 7, 2)),
    one("conflict in words", glyph(8, 7, 3)), one("in deed", glyph(8, 7, 4)),
    one("not, or not yet, done", glyph(8, 7, 1, "planned")), one("some day between", bar));
}

const KEYS = [["← → ↑ ↓", "move"], ["Enter", "open"], ["+ −", "zoom"], ["PgUp PgDn", "earlier, later"], ["0", "all"]];
const keys = (html) => KEYS.flatMap(([names, does]) => [
  ...names.split(" ").map((name) => html("kbd", {}, name)), ` ${does} `]);

const nearestDay = (time) => Math.round(time / DAY) * DAY;

const figure = document.getElementById("drawing");
if (figure) start(figure);
