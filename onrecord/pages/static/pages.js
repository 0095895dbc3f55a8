// The pages are whole without this. It copies, keeps the cite box up to date, and answers to single keys.
"use strict";

const announce = (sentence) => {
  const place = document.getElementById("announcements");
  place.textContent = "";
  // A reader that hears the same sentence twice must be told twice.
  requestAnimationFrame(() => { place.textContent = sentence; });
};

// --- copying -------------------------------------------------------------------------------------------------

const copyText = async (text) => {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Without HTTPS, on another computer than one's own, browsers have only the old way.
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("refused");
};

const copyFrom = async (button) => {
  const place = document.getElementById(button.dataset.copy);
  try {
    await copyText(place.textContent);
    announce("Copied.");
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  } catch {
    getSelection().selectAllChildren(place);
    announce("The browser does not let the page copy. The text is selected: copy it with your keyboard.");
  }
};

const showCopyButtons = (root) => {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copyFrom(button);
});

// --- the cite box --------------------------------------------------------------------------------------------

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const pieceOf = ({ id, label, text }) => {
  const heading = element("h3", { id: `label-${id}` }, label);
  const citation = element("pre", { id: `piece-${id}`, className: "citation", dir: "auto", tabIndex: 0 }, text);
  citation.setAttribute("role", "region");
  citation.setAttribute("aria-labelledby", heading.id);
  const button = element("button", { type: "button" }, "Copy");
  button.dataset.copy = citation.id;
  button.setAttribute("aria-describedby", heading.id);
  return element("div", { className: "piece" }, heading, citation, button);
};

const startCiteBox = (box) => {
  const form = box.querySelector("form");
  const { style, other, format } = form.elements;
  const found = box.querySelector("#styles-found");
  const citations = box.querySelector("#citations");
  let latest = 0;

  const choose = (id, title) => {
    if (![...style.options].some((option) => option.value === id)) style.add(new Option(title, id));
    style.value = id;
    other.value = "";
  };

  const showFound = (answer) => {
    found.replaceChildren();
    if (!answer.other) return;
    if (!answer.found.length) {
      found.append(element("p", {}, "No style has these words in its name."));
      return;
    }
    const list = element("ul", {});
    for (const { id, title } of answer.found) {
      const button = element("button", { type: "button" }, title);
      button.addEventListener("click", () => { choose(id, title); update(true); });
      list.append(element("li", {}, button));
    }
    found.append(element("p", {}, "Which style?"), list);
  };

  const update = async (aloud) => {
    const number = ++latest;
    const address = new URL(box.dataset.cite, location.href);
    const asked = { style: style.value, other: other.value, format: format.value };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    let answer;
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(response.statusText);
      answer = await response.json();
    } catch {
      announce("The citation could not be fetched. Press Show to ask for it again.");
      return;
    }
    if (number !== latest) return; // a later choice has been made meanwhile
    if (!answer.other && answer.style !== style.value) choose(answer.style, answer.style);
    showFound(answer);
    citations.replaceChildren(...answer.pieces.map(pieceOf));
    if (!aloud) return;
    if (answer.other) announce(answer.found.length ? `${answer.found.length} styles found.` : "No style found.");
    else announce(`Cited in the style ${style.selectedOptions[0].text}, as ${format.selectedOptions[0].text}.`);
  };

  const suggest = async () => {
    const words = other.value.trim();
    if (words.length < 3) return;
    const address = new URL(box.dataset.styles, location.href);
    address.searchParams.set("q", words);
    const response = await fetch(address);
    if (!response.ok || words !== other.value.trim()) return;
    const options = (await response.json()).map(({ id, title }) => element("option", { value: title, label: id }));
    box.querySelector("#other-styles").replaceChildren(...options);
  };

  style.addEventListener("change", () => { other.value = ""; update(true); });
  format.addEventListener("change", () => update(true));
  other.addEventListener("change", () => update(true));
  let waiting;
  other.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 250);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); update(true); });
  if (!citations.childElementCount) update(false);
};

// --- single keys ---------------------------------------------------------------------------------------------

const KEYS_OFF = "onrecord.keys";

const keysAreOn = () => {
  try { return localStorage.getItem(KEYS_OFF) !== "off"; } catch { return true; }
};

const step = (by) => {
  const entries = [...document.querySelectorAll("[data-entry]")];
  if (!entries.length) return;
  const here = entries.findIndex((entry) => entry.contains(document.activeElement));
  const next = here < 0 ? (by > 0 ? 0 : entries.length - 1) : here + by;
  const entry = entries[Math.min(Math.max(next, 0), entries.length - 1)];
  entry.tabIndex = -1;
  entry.focus();
};

const search = () => {
  const box = document.querySelector("input[type=search]");
  if (box) { box.focus(); box.select(); return; }
  const page = document.querySelector("a[data-search]");
  if (page) page.click();
};

const startKeys = () => {
  const dialog = document.getElementById("keys");
  const on = document.getElementById("keys-on");
  on.checked = keysAreOn();
  on.addEventListener("change", () => {
    try { localStorage.setItem(KEYS_OFF, on.checked ? "on" : "off"); } catch { /* for this page alone, then */ }
  });
  document.getElementById("keys-offer").hidden = false;
  document.getElementById("keys-open").addEventListener("click", () => dialog.showModal());

  const actions = {
    "/": search,
    "j": () => step(1),
    "k": () => step(-1),
    "c": () => document.querySelector("[data-copy]")?.click(),
    "?": () => dialog.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (!on.checked || dialog.open || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });
};

showCopyButtons(document);
startKeys();
const box = document.getElementById("cite-box");
// In a static copy the citations stand there already.
if (box && box.dataset.cite) startCiteBox(box);
