// Ruling by key: one key each, which acts and moves on to the next; undo takes back the last.

import { keymap, recall, show, store } from "./keys.js";

const NAME = "dateline.who";
const root = document.querySelector("[data-review]");
const items = root.matches("[data-item]") ? [root] : [...root.querySelectorAll("[data-item]")];
const alone = items[0] === root;
const done = []; // {seq, item}: what was ruled here, the last one last
let keys = keymap();
let at = alone ? 0 : -1;
let busy = false;

const box = root.querySelector(".rule-keys");
const who = document.createElement("input");
who.value = recall(NAME) || "";
who.maxLength = 80;
who.autocomplete = "name";
who.placeholder = "your login";
who.addEventListener("change", () => store(NAME, who.value.trim()));
const label = document.createElement("label");
label.append("You are ", who);
box.append(label);
show(box, (now) => { keys = now; hint(); });
hint();

// The key of each control stands on it.
function hint() {
  for (const node of root.querySelectorAll("[data-does]")) {
    const control = node.matches("details") ? node.querySelector("summary") : node;
    control.querySelector("kbd")?.remove();
    const key = document.createElement("kbd");
    key.textContent = keys[node.dataset.does];
    control.append(" ", key);
    control.setAttribute("aria-keyshortcuts", keys[node.dataset.does]);
  }
}

function mark() {
  items.forEach((item, n) => (n === at ? item.setAttribute("aria-current", "true") : item.removeAttribute("aria-current")));
}

function move(to) {
  if (alone) return;
  at = Math.min(Math.max(to, 0), items.length - 1);
  mark();
  items[at]?.focus({ preventScroll: true });
  items[at]?.scrollIntoView({ block: "nearest" });
}

// Goes to the next item not ruled on; after the last one the page is asked for again.
function onward() {
  const next = items.findIndex((item, n) => n > at && !item.dataset.ruled);
  if (next >= 0) move(next);
  else if (items.every((item) => item.dataset.ruled)) location.reload();
  else move(items.findIndex((item) => !item.dataset.ruled));
}

async function send(fields) {
  if (who.value.trim()) fields.set("who", who.value.trim());
  const answer = await fetch("/decisions", { method: "POST", body: new URLSearchParams(fields), headers: { accept: "application/json" } });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error([said.what, said.detail].filter(Boolean).join(": ") || answer.statusText);
  return said;
}

function say(item, text) {
  const node = item?.querySelector(".rule-said");
  if (node) node.textContent = text;
}

async function rule(item, fields) {
  if (busy) return;
  busy = true;
  try {
    const said = await send(fields);
    const kind = fields.get("kind");
    const text = { undo: "Taken back", accept: "Accepted", reject: "Rejected", merge: "Merged", split: "Split", edit: `Set ${fields.get("field")}` }[kind];
    if (alone) {
      location.assign(said.events.length ? `/event/${said.events[0]}` : "/review");
      return;
    }
    done.push({ seq: said.seq, item });
    item.dataset.ruled = kind;
    item.querySelectorAll("details[open]").forEach((node) => { node.open = false; });
    say(item, `${text}. ${keys.undo} takes it back.`);
    onward();
  } catch (error) {
    say(item, `Not done: ${error.message}.`);
  } finally {
    busy = false;
  }
}

async function undo() {
  const last = done.pop();
  if (!last) {
    document.querySelector('[data-does="undo"], .latest li:not(.gone-back) button')?.click();
    return;
  }
  try {
    await send(new Map([["kind", "undo"], ["value", `${last.seq}`]]));
    delete last.item.dataset.ruled;
    say(last.item, "Taken back.");
    move(items.indexOf(last.item));
  } catch (error) {
    done.push(last);
    say(last.item, `Not taken back: ${error.message}.`);
  }
}

// Accept and reject act at once; the others open their form at its first field.
function does(name) {
  const item = items[at < 0 ? 0 : at];
  if (at < 0) move(0);
  const node = item?.querySelector(`[data-does="${name}"]`);
  if (!node || item.dataset.ruled) return;
  if (node.matches("details")) {
    node.open = true;
    node.querySelector("select, input:not([type=hidden])")?.focus();
  } else node.click();
}

const ACTS = {
  next: () => move(at + 1), previous: () => move(at - 1), undo,
  open: () => items[at]?.querySelector(".headline a")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea, [role=application]");
  if (event.key === "Escape") {
    const open = event.target.closest("details[open]");
    if (open) {
      open.open = false;
      if (alone) open.querySelector("summary").focus();
      else move(at);
    }
    return;
  }
  const name = !typing && Object.keys(keys).find((one) => keys[one] === event.key);
  if (!name) return;
  event.preventDefault();
  if (ACTS[name]) ACTS[name]();
  else does(name);
});

root.addEventListener("submit", (event) => {
  const item = event.target.closest("[data-item]");
  if (!item) return;
  event.preventDefault();
  const fields = new FormData(event.target, event.submitter);
  if (!alone) at = items.indexOf(item);
  rule(item, fields);
});
root.addEventListener("focusin", (event) => {
  const n = items.indexOf(event.target.closest("[data-item]"));
  if (n < 0 || n === at || alone) return;
  at = n;
  mark();
});
