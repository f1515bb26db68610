// The keys of the review: one each, kept in this browser, remapped by pressing another.

const STORE = "dateline.keys";
const FIRST = { next: "j", previous: "k", accept: "a", reject: "r", edit: "e", merge: "m", split: "s", undo: "u", open: "o" };
const WORDS = { next: "next", previous: "previous", accept: "accept", reject: "reject", edit: "edit",
  merge: "merge", split: "split", undo: "undo", open: "open" };

const stored = (name) => {
  try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
};
export const store = (name, value) => {
  try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* a browser that keeps nothing */ }
};
export const recall = (name) => stored(name);

export function keymap() {
  const kept = stored(STORE);
  const found = { ...FIRST };
  for (const name of Object.keys(FIRST)) {
    if (typeof kept?.[name] === "string" && [...kept[name]].length === 1) found[name] = kept[name];
  }
  return found;
}

// Fills `root` with the keys as buttons: press one, then the key that it shall have.
export function show(root, changed) {
  const keys = keymap();
  let asking;
  const list = document.createElement("p");
  const buttons = Object.entries(WORDS).map(([name, words]) => {
    const button = document.createElement("button");
    button.type = "button";
    const key = document.createElement("kbd");
    const label = () => {
      key.textContent = asking === name ? "press a key" : keys[name];
      button.setAttribute("aria-label", asking === name ? `${words}: press a key` : `${words}: ${keys[name]}. Change this key`);
    };
    button.append(key, ` ${words}`);
    button.addEventListener("click", () => { asking = asking === name ? "" : name; labels.forEach((one) => one()); });
    button.addEventListener("blur", () => { asking = ""; label(); });
    button.addEventListener("keydown", (event) => {
      if (asking !== name || event.key === "Tab" || event.key === "Shift") return;
      event.preventDefault();
      event.stopPropagation();
      if ([...event.key].length === 1 && event.key !== " ") {
        const other = Object.keys(keys).find((one) => keys[one] === event.key);
        if (other) keys[other] = keys[name]; // no key does two things
        keys[name] = event.key;
        store(STORE, keys);
        changed({ ...keys });
      }
      asking = "";
      labels.forEach((one) => one());
    });
    return { button, label };
  });
  const labels = buttons.map(({ label }) => label);
  labels.forEach((one) => one());
  list.append(...buttons.map(({ button }) => button));
  root.append(list);
  root.hidden = false;
}
