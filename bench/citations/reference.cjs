// Formats CSL-JSON with citeproc-js: node reference.cjs < {style, locales, items, list} > [[citations], [entries]]
const CSL = require(process.env.CITEPROC_JS || "citeproc");
const { style, locales, items, list } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const byId = Object.fromEntries(items.map(({ locator, label, ...work }) => [work.id, work]));
const system = {
  retrieveItem: (id) => byId[id],
  retrieveLocale: (lang) => locales[lang] || locales["en-US"],
};
const engineFor = () => {
  const engine = new CSL.Engine(system, style);
  engine.setOutputFormat("text");
  return engine;
};
const entries = (engine) => {
  const made = engine.makeBibliography();
  return made ? made[1].map((one) => one.trim()) : [];
};
if (list) {
  const engine = engineFor();
  engine.updateItems(items.map((item) => item.id));
  process.stdout.write(JSON.stringify([[], entries(engine)]));
} else {
  const citations = [];
  const alone = [];
  for (const item of items) {
    const engine = engineFor();
    const cite = { id: item.id };
    if (item.locator) Object.assign(cite, { locator: item.locator, label: item.label || "page" });
    const made = engine.appendCitationCluster({ citationItems: [cite], properties: { noteIndex: 1 } });
    citations.push(made[made.length - 1][1]);
    alone.push(entries(engine)[0] || "");
  }
  process.stdout.write(JSON.stringify([citations, alone]));
}
