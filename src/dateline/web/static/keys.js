// The keys of the review: one each, kept in this browser, remapped by pressing another.

import { html, on } from "./svg.js";

const STORE = "dateline.keys";
const FIRST = { next: "j", previous: "k", accept: "a", reject: "r", edit: "e", merge: "m", split: "s", undo: "u", open: "o" };
const character = (key) => typeof key === "string" && [...key].length === 1 && key !== " ";

export function recall(name) {
  try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
}
export function store(name, value) {
  try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* nothing is kept */ }
}

export function keymap() {
  const kept = recall(STORE) || {};
  return Object.fromEntries(Object.entries(FIRST).map(([name, key]) => [name, character(kept[name]) ? kept[name] : key]));
}

// Fills `root` with the keys as buttons: press one, then the key that it shall have.
export function show(root, changed) {
  const keys = keymap();
  let asking = "";
  const label = () => buttons.forEach(({ name, key }) => { key.textContent = asking === name ? "press a key" : keys[name]; });
  const buttons = Object.keys(FIRST).map((name) => {
    const key = html("kbd");
    const node = html("button", { type: "button", title: "Change this key" }, key, ` ${name}`);
    const ask = (what) => { asking = what; label(); };
    on(node, "click", () => ask(asking === name ? "" : name));
    on(node, "blur", () => ask(""));
    on(node, "keydown", (event) => {
      if (asking !== name || event.key === "Tab" || event.key === "Shift") return;
      event.preventDefault();
      event.stopPropagation();
      if (character(event.key)) {
        const other = Object.keys(keys).find((one) => keys[one] === event.key);
        if (other) keys[other] = keys[name]; // no key does two things
        keys[name] = event.key;
        store(STORE, keys);
        changed({ ...keys });
      }
      ask("");
    });
    return { name, key, node };
  });
  label();
  root.append(html("p", {}, ...buttons.map(({ node }) => node)));
  root.hidden = false;
}
