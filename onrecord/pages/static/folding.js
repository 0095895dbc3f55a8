// The words of a text as a search compares them: the rules of onrecord/text/wordfold.py, and a test holds the two together.
// In scripts that put no spaces between words, every character is a word here.
"use strict";

const Folding = (() => {
  const pairs = (letters, others) => [...letters].map((one, place) => [one, [...others][place]]);
  const LETTERS = new Map([
    ...pairs("øđðħłŧıȷς", "oddhltijσ"), ["æ", "ae"], ["œ", "oe"], ["ß", "ss"], ["þ", "th"],
    ...pairs("ىیکہةٱۀ", "ييكههاه"),
    ...[..."ʹʺʾʿˈˌـ"].map((one) => [one, ""]), ...[..."ʻʼʽ"].map((one) => [one, " "]),
  ]);
  const LEFT_OUT = new RegExp("[\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u0711\\u0730-\\u074a"
    + "\\u0898-\\u089f\\u08ca-\\u08ff\\u093c\\u0951-\\u0954\\u135d-\\u135f\\u180b-\\u180f\\u1ab0-\\u1aff\\u1cd0-\\u1cf9\\u1dc0-\\u1dff"
    + "\\u20d0-\\u20ff\\u2cef-\\u2cf1\\u2de0-\\u2dff\\u302a-\\u302f\\ua66f-\\ua67d\\ua69e\\ua69f\\ufb1e\\ufe00-\\ufe0f\\ufe20-\\ufe2f"
    + "\\u{e0100}-\\u{e01ef}]", "u");
  const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
  const DIVIDES = /(?<=[\u0620-\u06ff\u0750-\u077f])\u200c(?=[\u0620-\u06ff\u0750-\u077f])/gu;
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3041-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const WORDS = new RegExp(`[${UNSPACED}]|[^ ${UNSPACED}]+`, "gu");
  const MARK = /^\p{M}/u, LETTER = /^[\p{L}\p{N}\p{M}\p{Co}\p{Cn}]/u, DIGIT = /^\p{Nd}/u;

  // Ten digits lie together, beginning at 0 or at 6 of a row of sixteen.
  const digit = (code) => (code & 15) - (DIGIT.test(String.fromCodePoint(code & ~15)) ? 0 : 6);

  const part = (character) => {
    const code = character.codePointAt(0);
    if (LETTERS.has(character)) return LETTERS.get(character);
    if (DIGIT.test(character)) return String(digit(code));
    if ((MARK.test(character) ? LEFT_OUT : INVISIBLE).test(character)) return "";
    return LETTER.test(character) && (code & 0xfffe) !== 0xfffe ? character : " ";
  };

  const known = new Map();
  const folded = (character) => {
    if (!known.has(character)) {
      const lower = character.toLowerCase();
      const own = /^[\u0400-\u052f]/.test(lower) && !/^[ѐёѝ]/.test(lower) && /^\p{L}/u.test(lower);
      known.set(character, own ? lower : [...lower.normalize("NFKD")].map(part).join("").normalize("NFC"));
    }
    return known.get(character);
  };
  const translated = (text) => [...text.normalize("NFKC")].map(folded).join("").normalize("NFC");
  // Also what shows nothing: a mark after it still joins the letter before it.
  const continues = (character) => folded(character) === "" || /^[\p{M}\u1160-\u11ff]/u.test(character.normalize("NFKD"));

  // The words of a text, in their order.
  const words = (text) => translated(text.replace(DIVIDES, " ")).match(WORDS) ?? [];

  // The same with their places: start, end (exclusive), word.
  const spans = (text) => {
    const starts = [], ends = [];
    let letters = "", at = 0;
    const characters = [...text.replace(DIVIDES, " ")];
    for (let first = 0, next; first < characters.length; first = next) {
      for (next = first + 1; next < characters.length && continues(characters[next]);) next += 1;
      const cluster = characters.slice(first, next).join("");
      const here = translated(cluster);
      for (let one = 0; one < here.length; one += 1) {
        starts.push(at);
        ends.push(at + cluster.length);
      }
      letters += here;
      at += cluster.length;
    }
    return [...letters.matchAll(WORDS)].map((found) => [starts[found.index], ends[found.index + found[0].length - 1], found[0]]);
  };

  return { words, spans, unspaced: new RegExp(`[${UNSPACED}]`, "u") };
})();
