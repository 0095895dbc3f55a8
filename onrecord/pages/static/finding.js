// Searching a static copy: loads only the shards of the words that were typed, and the blocks that are shown.
// `folding.js`, loaded before, says what words are the same.
"use strict";

const SHOWN = 20, CHOICES = 8, BEGINNING = 4;
// Particles are written onto a Korean word.
const KOREAN = /[\uac00-\ud7a3]{2}$/;

const wordsOf = Folding.words;
const shardOf = (word) => [...word].slice(0, 2).map((one) => one.codePointAt(0).toString(16)).join("-");

// --- the files -----------------------------------------------------------------------------------------------

const place = document.getElementById("found");
const root = place.dataset.index;
const loaded = new Map();

const load = (name) => {
  if (!loaded.has(name)) {
    const answer = fetch(`${root}/${name}.json`).then((found) => {
      if (!found.ok) throw new Error(`${name}: ${found.status}`);
      return found.json();
    });
    answer.catch(() => loaded.delete(name));
    loaded.set(name, answer);
  }
  return loaded.get(name);
};

const numbers = (differences) => {
  let last = 0;
  return differences.map((one) => (last += one));
};

// --- the question --------------------------------------------------------------------------------------------

// The words that must be there (a longer one also as a beginning), and the phrases that must stand together.
const parsed = (typed) => {
  const phrases = [...typed.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]/g)].map((one) => wordsOf(one[1])).filter((one) => one.length);
  // Of a script without spaces, the characters must stand side by side.
  phrases.push(...typed.split(/[\s"“”„«»*]+/).filter((one) => Folding.unspaced.test(one)).map(wordsOf).filter((one) => one.length > 1));
  const terms = [...new Set(wordsOf(typed))];
  const stars = new Set([...typed.matchAll(/([^\s"*]+)\*/g)].map((one) => wordsOf(one[1]).at(-1)));
  return { phrases, terms, begins: (term) => stars.has(term) || [...term].length >= BEGINNING || KOREAN.test(term) };
};

// The statements that have a word: by number, 2 for the word itself and 1 for one that begins with it.
const having = async (term, begins, shards) => {
  const found = new Map();
  const letters = [...term];
  const names = letters.length > 1 ? [shardOf(term)] : shards.filter((one) => one === shardOf(term) || (begins && one.startsWith(`${shardOf(term)}-`)));
  for (const name of names.filter((one) => shards.includes(one))) {
    for (const [word, held] of Object.entries(await load(`words-${name}`))) {
      if (word === term || (begins && word.startsWith(term))) {
        const score = word === term ? 2 : 1;
        for (const one of numbers(held)) if ((found.get(one) ?? 0) < score) found.set(one, score);
      }
    }
  }
  return found;
};

const matching = async (asked) => {
  const about = await load("about");
  const shards = about.shards;
  const lists = await Promise.all(asked.terms.map((term) => having(term, asked.begins(term), shards)));
  lists.sort((one, other) => one.size - other.size);
  let found = lists.length ? [...lists[0].keys()] : [...Array(about.statements).keys()];
  for (const list of lists.slice(1)) found = found.filter((one) => list.has(one));
  if (asked.phrases.length) {
    const kept = [];
    for (const one of found) {
      const line = await statement(one);
      const others = line[10].flatMap(([wording, source]) => [wording, source]);
      const texts = [line[1], line[2], line[4], ...others, line[11]].map((text) => ` ${wordsOf(text).join(" ")} `);
      if (asked.phrases.every((phrase) => texts.some((text) => text.includes(` ${phrase.join(" ")} `)))) kept.push(one);
    }
    found = kept;
  }
  const score = new Map(found.map((one) => [one, lists.reduce((sum, list) => sum + list.get(one), 0)]));
  return found.sort((one, other) => score.get(other) - score.get(one) || one - other);
};

const statement = async (number) => {
  const { block } = await load("about");
  return (await load(`quotes-${Math.floor(number / block)}`))[number % block];
};

// --- the answer ----------------------------------------------------------------------------------------------

const made = (name, text = "", attributes = {}) => {
  const one = document.createElement(name);
  if (text) one.textContent = text;
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  return one;
};

const marked = (text, asked) => {
  const parts = [];
  let last = 0;
  for (const [start, end, word] of Folding.spans(text)) {
    if (start >= last && asked.terms.some((term) => word === term || (asked.begins(term) && word.startsWith(term)))) {
      parts.push(text.slice(last, start), made("mark", text.slice(start, end)));
      last = end;
    }
  }
  return [...parts, text.slice(last)];
};

// How many of the words that were looked for a text has.
const matched = (text, asked) => {
  const words = wordsOf(text);
  return asked.terms.filter((term) => words.some((word) => word === term || (asked.begins(term) && word.startsWith(term)))).length;
};

const linked = (page, ...parts) => {
  const link = made("a", "", { href: page });
  link.append(...parts);
  return link;
};

const badge = ([words, kind]) => made("span", words, { class: `onrecord-badge onrecord-${kind}` });

const item = async (number, asked) => {
  const [page, first, speaker, speakerPage, firstSource, firstPage, said, form, checked, doubts, others, known] = await statement(number);
  // Where only another source's wording has what was looked for, it is shown, and said to be that source's.
  const wordings = [[first, firstSource, firstPage], ...others];
  const held = wordings.map(([wording]) => matched(wording, asked));
  const [text, source, sourcePage] = wordings[held.indexOf(Math.max(...held))];
  const one = made("li", "", { "data-entry": "" });
  const wording = made("blockquote", "", { class: "brief", dir: "auto" });
  wording.append(linked(page, ...marked(text, asked)));
  const attributed = made("p", "", { class: "attributed" });
  const names = [speaker, source].map((name) => { const shown = made("bdi"); shown.append(...marked(name, asked)); return shown; });
  attributed.append(linked(speakerPage, names[0]), ", in ", linked(sourcePage, names[1]), said && text === first ? `, ${said}` : "");
  const badges = made("p", "", { class: "badges" });
  badges.append(made("span", form));
  if (!doubts.some(([words]) => words === checked[0])) badges.append(" ", badge(checked));
  one.append(wording, attributed);
  if (text !== (known || first)) {
    const better = made("p", "Worded so in this source. Best known as ", { class: "aside" });
    const quoted = made("q", "", { dir: "auto" });
    quoted.append(...marked(known || first, asked));
    better.append(quoted);
    one.append(better);
  }
  if (text === first) one.append(badges);
  for (const [words, kind, reason] of doubts) {
    const doubt = made("p", "", { class: "reason" });
    doubt.append(badge([words, kind]), " ", made("bdi", reason));
    one.append(doubt);
  }
  return one;
};

const address = (asked) => {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) given.set(name, value);
  return `?${given}`;
};

const COLUMNS = { speaker: "Speaker", year: "Year", source: "Source", form: "Form" };

const lists = (found, columns, state) => {
  const narrow = made("section", "", { class: "lists", "aria-labelledby": "narrow" });
  narrow.append(made("h2", "Narrow this down", { id: "narrow" }));
  for (const [name, title] of Object.entries(COLUMNS)) {
    const [names, held] = columns[name];
    const counts = new Map();
    for (const one of found) counts.set(held[one], (counts.get(held[one]) ?? 0) + 1);
    const chosen = [...counts].filter(([one]) => names[one]).sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    if (state[name] || chosen.length < 2) continue;
    narrow.append(made("h3", title, { id: `list-${name}` }));
    const list = made("ul", "", { "aria-labelledby": `list-${name}` });
    for (const [one, count] of chosen.slice(0, CHOICES)) {
      const line = made("li");
      const link = made("a", "", { href: address({ ...state, [name]: names[one] }) });
      link.append(made("bdi", names[one]));
      line.append(link, " ", made("span", count.toLocaleString("en"), { class: "count" }));
      list.append(line);
    }
    narrow.append(list);
  }
  return narrow.querySelector("h3") ? narrow : null;
};

const taken = (state) => {
  const list = made("ul", "", { class: "taken", "aria-label": "Narrowed to" });
  for (const [name, title] of Object.entries(COLUMNS)) {
    if (!state[name]) continue;
    const line = made("li", `${title}: `);
    const value = made("strong");
    value.append(made("bdi", state[name]));
    line.append(value, " ", made("a", "✕", { href: address({ ...state, [name]: "" }), "aria-label": `Without this: ${title}` }));
    list.append(line);
  }
  return list.children.length ? list : null;
};

const answered = async (state) => {
  const asked = parsed(state.q);
  const columns = await load("lists");
  const all = await matching(asked);
  const kept = all.filter((one) => Object.keys(COLUMNS).every((name) => !state[name] || columns[name][0][columns[name][1][one]] === state[name]));
  const hits = made("section", "", { class: "hits", "aria-labelledby": "hits" });
  const told = kept.length
    ? `${kept.length.toLocaleString("en")} statement${kept.length === 1 ? "" : "s"}`
    : `Nothing was found${state.q ? ` for “${state.q}”` : ""}`;
  hits.append(made("h1", told, { id: "hits", class: "number" }));
  const list = made("ol", "", { class: "entries" });
  const more = made("button", "Show more", { type: "button" });
  const show = async () => {
    const from = list.children.length;
    list.append(...(await Promise.all(kept.slice(from, from + SHOWN).map((one) => item(one, asked)))));
    more.hidden = list.children.length >= kept.length;
  };
  more.addEventListener("click", async () => {
    const from = list.children.length;
    await show();
    list.children[from]?.querySelector("a")?.focus();
  });
  if (kept.length) {
    await show();
    hits.append(list, more);
  } else {
    hits.append(made("p", "Fewer words find more. Words of a wording, a name and a source are found, and beginnings of four letters.", { class: "aside" }));
  }
  const narrow = kept.length ? lists(kept, columns, state) : null;
  const results = made("div", "", { class: narrow ? "results" : "results alone" });
  results.append(hits, ...(narrow ? [narrow] : []));
  place.replaceChildren(...[taken(state), results].filter(Boolean));
  document.getElementById("announcements").textContent = told;
};

const given = new URLSearchParams(location.search);
const state = Object.fromEntries(["q", ...Object.keys(COLUMNS)].map((name) => [name, (given.get(name) ?? "").slice(0, 500)]));
document.getElementById("q").value = state.q;
if (location.protocol === "file:") {
  place.replaceChildren(made("p", "A browser does not let a page read files beside it. The search works where a web server hands the copy out: python3 -m http.server", { role: "alert" }));
} else if (Object.values(state).some(Boolean)) {
  answered(state).catch((error) => {
    place.replaceChildren(made("p", `The search could not be answered: ${error.message}`, { role: "alert" }));
  });
}
