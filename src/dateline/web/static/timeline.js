// The drawing of a timeline: its state, its data, and the list that keeps in step with it.

import { buttons } from "./buttons.js";
import { keys, pointers } from "./hands.js";
import { draw, height } from "./lanes.js";
import { HEIGHT, strip } from "./strip.js";
import { defs, el, html, on } from "./svg.js";
import { DAY, HOUR, iso, ms, spanWords } from "./time.js";

const LEAST = 6 * HOUR; // the closest zoom
const SETTLE = 120; // milliseconds without a move, then data and list are asked for
const GAP = 12;
const WIDE = 700;
const PX = 7; // of a bar

function start(root) {
  const source = new URL(root.dataset.source, location.href);
  const lanes = el("g", { class: "lanes" });
  const below = el("g", { class: "strip", "aria-hidden": "true" });
  const svg = el("svg", { role: "application", "aria-label": "Drawing of the events",
    "aria-roledescription": "timeline", "aria-describedby": "drawing-keys" }, defs(), lanes, below);
  const live = html("p", { class: "drawing-live", "aria-live": "polite" });
  const detail = html("p", { class: "drawing-detail" });

  let data; // what the server last said
  let view; // {from, to}: the window, in milliseconds
  let marks = [];
  let at = 0; // the mark that Tab leads to
  let shape;
  let timer;
  let asked;

  const width = () => Math.max(root.clientWidth, 280);
  const span = () => [ms(data.span[0]), ms(data.span[1]) + DAY];
  const whole = () => view.from <= span()[0] && view.to >= span()[1];
  const ready = () => Boolean(data?.span);
  const focused = () => (lanes.contains(document.activeElement) ? at : -1);
  const markOf = (node) => marks[node.closest("[data-n]")?.dataset.n];

  function paint() {
    const wide = width();
    const narrow = wide < 600;
    const lower = height(narrow) + GAP;
    svg.setAttribute("width", wide);
    svg.setAttribute("height", lower + HEIGHT);
    svg.setAttribute("viewBox", `0 0 ${wide} ${lower + HEIGHT}`);
    const held = focused() >= 0;
    const before = marks[at];
    marks = draw(lanes, data, view, wide, narrow);
    marks.forEach((mark, n) => { mark.node.dataset.n = n; });
    at = before ? Math.max(nearest(before), 0) : 0;
    marks[at]?.node.setAttribute("tabindex", 0);
    svg.tabIndex = marks.length ? -1 : 0;
    if (held) focus(at);
    below.setAttribute("transform", `translate(0 ${lower})`);
    shape = strip(below, data, wide);
    shape.show(view);
  }

  // The mark that now stands for one drawn before: the same, or the nearest, in its lane if any is.
  function nearest(old, among = marks) {
    const far = (mark) => (mark.key === old.key ? -1 : Math.abs(mark.x - old.x) + (mark.lane === old.lane ? 0 : 1e4));
    return marks.indexOf(among.reduce((best, mark) => (best && far(best) <= far(mark) ? best : mark), undefined));
  }

  function focus(n) {
    if (!marks.length) return svg.focus({ preventScroll: true });
    marks[at]?.node.setAttribute("tabindex", -1);
    at = Math.min(Math.max(n, 0), marks.length - 1);
    marks[at].node.setAttribute("tabindex", 0);
    return marks[at].node.focus({ preventScroll: true });
  }

  // Moves to the nearest mark of the next lane that has one.
  function cross(by) {
    for (let lane = marks[at].lane + by; lane >= 0 && lane <= 2; lane += by) {
      const there = marks.filter((mark) => mark.lane === lane);
      if (there.length) return focus(nearest({ x: marks[at].x, lane }, there));
    }
    return undefined;
  }

  function tell(mark) {
    detail.replaceChildren(...(mark
      ? [html("b", {}, mark.when), ` ${mark.what}`, html("bdi", {}, mark.text)]
      : [html("span", {}, summary())]));
  }

  function summary() {
    const undated = data.undated ? `; ${data.undated} without a date are in the list alone` : "";
    return `${data.within} of ${data.total} events, ${spanWords(view.from, view.to)}${undated}.`;
  }

  function bounded({ from, to }) {
    const [first, last] = span();
    const length = Math.min(Math.max(to - from, LEAST), last - first);
    const begin = Math.min(Math.max(from + (to - from - length) / 2, first), last - length);
    return { from: begin, to: begin + length };
  }

  function go(next, settle = true) {
    view = bounded(next);
    requestAnimationFrame(paint);
    clearTimeout(timer);
    if (settle) timer = setTimeout(arrive, SETTLE);
  }

  // Asks for what the window holds, and brings address and list into step with it.
  async function arrive() {
    const day = (time) => Math.round(time / DAY) * DAY;
    if (view.to - view.from > 3 * DAY) view = bounded({ from: day(view.from), to: day(view.to) });
    const days = whole() ? [] : [iso(view.from), iso(view.to - 1)];
    const url = new URL(location.href);
    put(url, ["start", "end"], days);
    url.searchParams.delete("page");
    const exact = [view.from, view.to].map((time) => new Date(time).toISOString());
    url.hash = view.from % DAY || view.to % DAY ? `at=${exact.join("/")}` : "";
    if (url.href !== location.href) history.pushState(null, "", url);
    await load(url, days);
  }

  const put = (url, names, values) => names.forEach((name, n) => (
    values[n] ? url.searchParams.set(name, values[n]) : url.searchParams.delete(name)));

  // Asks for the drawing of a window of days, or of the days that the query asks for; then, where
  // `page` is another address, for its list.
  async function load(page, days) {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    const url = new URL(source);
    url.search = page.search;
    if (days) {
      put(url, ["start", "end"], []);
      put(url, ["from", "to"], days);
    }
    url.searchParams.delete("page");
    url.searchParams.set("bins", Math.round(width() / PX));
    // At first the drawing of a wide page, which was asked for with the page, will do.
    const first = page === source && width() > WIDE ? source : url;
    const ask = async (where, read) => {
      const answer = await fetch(where, { signal });
      if (!answer.ok) throw new Error(answer.statusText);
      return read(answer);
    };
    try {
      data = await ask(first, (answer) => answer.json());
      root.hidden = !data.span;
      if (!data.span) return;
      view ??= remembered();
      paint();
      tell(marks[focused()]);
      if (page === source) return;
      step(await ask(page, (answer) => answer.text()));
      live.textContent = summary();
    } catch (error) {
      if (error.name !== "AbortError") live.textContent = "The drawing could not be loaded.";
    }
  }

  // The window of the address: the days of the query, or the hours after its # where it is closer.
  function remembered() {
    const exact = /^#at=(.+)\/(.+)$/.exec(location.hash)?.slice(1).map(Date.parse);
    if (exact?.every(Number.isFinite)) return bounded({ from: exact[0], to: exact[1] });
    return bounded({ from: ms(data.window[0]), to: ms(data.window[1]) + DAY });
  }

  // Puts the server's list of the same events in the place of the one on the page.
  function step(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    document.querySelectorAll("[data-in-step]").forEach((node) => {
      const fresh = page.querySelector(`[data-in-step="${node.dataset.inStep}"]`);
      if (fresh && !node.contains(document.activeElement)) node.replaceWith(document.adoptNode(fresh));
    });
    document.title = page.title;
  }

  const middle = () => (focused() >= 0 ? timeAt(marks[at].x) : (view.from + view.to) / 2);
  const zoom = (factor, centre = middle()) => go({
    from: centre - (centre - view.from) * factor, to: centre + (view.to - centre) * factor });
  const pan = (share) => {
    const by = (view.to - view.from) * share;
    go({ from: view.from + by, to: view.to + by });
  };
  const all = () => go({ from: span()[0], to: span()[1] });
  const timeAt = (px) => view.from + (px / width()) * (view.to - view.from);
  const open = () => marks[at]?.node.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));

  const [earlier, later, closer, wider] = [() => pan(-0.5), () => pan(0.5), () => zoom(0.5), () => zoom(2)];
  keys(svg, ready, {
    ArrowLeft: () => focus(at - 1), ArrowRight: () => focus(at + 1),
    ArrowUp: () => marks[at] && cross(-1), ArrowDown: () => marks[at] && cross(1),
    Home: () => focus(0), End: () => focus(marks.length - 1),
    PageUp: earlier, PageDown: later, "+": closer, "=": closer, "-": wider, 0: all, Enter: open, " ": open,
  });
  pointers({ svg, below, ready, view: () => view, shape: () => shape, width, whole, go, arrive, zoom, pan, timeAt });
  on(svg, "click", (event) => {
    const mark = markOf(event.target);
    if (mark?.zoom) go(mark.zoom);
  });
  on(svg, "focusin", (event) => {
    const mark = markOf(event.target);
    if (mark) {
      at = marks.indexOf(mark);
      tell(mark);
    }
  });
  on(svg, "focusout", () => tell());
  on(svg, "pointerover", (event) => ready() && tell(markOf(event.target) || marks[focused()]));
  on(svg, "pointerleave", () => ready() && tell(marks[focused()]));

  const foot = root.lastElementChild;
  foot.before(svg, detail, live);
  foot.prepend(buttons([
    ["←", "Earlier (Page Up)", earlier], ["→", "Later (Page Down)", later],
    ["−", "Zoom out (-)", wider], ["+", "Zoom in (+)", closer], ["All", "All of it (0)", all],
  ].map(([text, label, act]) => [text, label, () => ready() && act()])));
  root.hidden = false;
  new ResizeObserver(() => ready() && svg.getAttribute("width") !== `${width()}` && paint()).observe(root);
  on(window, "popstate", () => {
    view = undefined;
    load(new URL(location.href));
  });
  load(source);
}

const figure = document.getElementById("drawing");
if (figure) start(figure);
