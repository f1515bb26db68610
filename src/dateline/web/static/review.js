// Ruling by key: one key each, which acts and moves on to the next; undo takes back the last.

import { keymap, recall, show, store } from "./keys.js";
import { html, on } from "./svg.js";

const NAME = "dateline.who";
const root = document.querySelector("[data-review]");
const items = root.matches("[data-item]") ? [root] : [...root.querySelectorAll("[data-item]")];
const alone = items[0] === root;
let done = []; // {seq, item}: what was ruled here, the last one last
let line = Promise.resolve(); // what was sent, one after the other
let keys = keymap();
let at = 0;

const box = root.querySelector(".rule-keys");
const who = html("input", { maxlength: 80, autocomplete: "name", placeholder: "your login" });
who.value = recall(NAME) || "";
on(who, "change", () => store(NAME, who.value.trim()));
box.append(html("label", {}, "You are ", who));
show(box, (now) => { keys = now; hint(); });
hint();
mark();

// The key of each control stands on it.
function hint() {
  for (const node of root.querySelectorAll("[data-does]")) {
    const control = node.matches("details") ? node.querySelector("summary") : node;
    control.querySelector("kbd")?.remove();
    control.append(" ", html("kbd", {}, keys[node.dataset.does]));
    control.setAttribute("aria-keyshortcuts", keys[node.dataset.does]);
  }
}

function mark(to = 0) {
  at = Math.min(Math.max(to, 0), items.length - 1);
  items.forEach((item, n) => item.toggleAttribute("data-at", n === at && !alone));
}

function move(to) {
  mark(to);
  items[at]?.focus({ preventScroll: true });
  items[at]?.scrollIntoView({ block: "nearest" });
}

// Goes to the next item not ruled on; after the last one comes a new page.
function onward() {
  const open = items.filter((item) => !item.dataset.ruled);
  const next = open.find((item) => items.indexOf(item) > at) || open[0];
  if (next) move(items.indexOf(next));
  else line.then(() => location.reload());
}

async function send(fields) {
  if (who.value.trim()) fields.set("who", who.value.trim());
  const answer = await fetch("/decisions", { method: "POST", keepalive: true, body: new URLSearchParams(fields), headers: { accept: "application/json" } });
  const said = await answer.json();
  if (answer.ok) return said;
  throw new Error([said.what, said.detail].filter(Boolean).join(": "));
}

const say = (item, text) => { item.querySelector(".rule-said").textContent = text; };

// Accept and reject move on at once; what may be refused waits for the server's word.
async function rule(item, fields) {
  const kind = fields.get("kind");
  const quick = !alone && ["accept", "reject"].includes(kind);
  const one = { item };
  const sent = line.then(() => send(fields));
  line = sent.catch(() => 0);
  const settle = () => {
    done.push(one);
    item.dataset.ruled = kind;
    say(item, `Done: ${[kind, fields.get("field")].join(" ").trim()}. Press ${keys.undo} to take it back.`);
    onward();
  };
  if (quick) settle();
  try {
    const { seq, events } = await sent;
    one.seq = seq;
    if (alone) location.assign(events.length ? `/event/${events[0]}` : "/review");
    else if (!quick) settle();
  } catch (error) {
    done = done.filter((other) => other !== one);
    delete item.dataset.ruled;
    say(item, `Not done: ${error.message}.`);
    if (quick) move(items.indexOf(item));
  }
}

async function undo() {
  await line;
  const { seq, item } = done.pop() || {};
  if (!item) return document.querySelector('[data-does="undo"], .latest li:not(.gone-back) button')?.click();
  try {
    await send(new Map([["kind", "undo"], ["value", `${seq}`]]));
    delete item.dataset.ruled;
    say(item, "Taken back.");
  } catch (error) {
    say(item, `Not done: ${error.message}.`);
  }
  return move(items.indexOf(item));
}

// Accept and reject act at once; the others open their form at its first field.
function does(name) {
  const node = items[at]?.querySelector(`[data-does="${name}"]`);
  if (!node || items[at].dataset.ruled) return;
  if (node.matches("details")) {
    node.open = true;
    node.querySelector("select, input:not([type=hidden])")?.focus();
  } else node.click();
}

const ACTS = {
  next: () => move(at + 1), previous: () => move(at - 1), undo,
  open: () => items[at]?.querySelector(".headline a")?.click(),
};

on(document, "keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea, [role=application]");
  if (event.key === "Escape") {
    const open = event.target.closest("details[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  }
  const name = !typing && Object.keys(keys).find((one) => keys[one] === event.key);
  if (!name) return;
  event.preventDefault();
  (ACTS[name] || does)(name);
});

on(root, "submit", (event) => {
  const item = event.target.closest("[data-item]");
  if (!item) return;
  event.preventDefault();
  const fields = new FormData(event.target, event.submitter);
  mark(items.indexOf(item));
  rule(item, fields);
});
on(root, "focusin", (event) => {
  const item = event.target.closest("[data-item]");
  if (item) mark(items.indexOf(item));
});
