"""The bullets beneath a quotation of Wikiquote: where it stands, in which work, and what is only said about it."""

import re
from collections.abc import Sequence

from onrecord.errors import InputError
from onrecord.exchange.annotations.wikitext import Plain
from onrecord.model.record import record
from onrecord.text.locators import Locator, parse_locator
from onrecord.text.patterns import lazy

# "Translation: …", as the Wikiquotes of ten languages have it.
_TRANSLATION = lazy(
    r"(?i)\W*(?:(?:english|literal|alternat(?:e|ive)|variant|other|loose|free)\s+)*"
    r"(?:translations?|variants?|paraphrased?|original|transliteration|"
    r"übersetzung|original(?:text|fassung)?|traduction|traducción|traduzione|tradução|traducció|vertaling|översättning|"
    r"oversættelse|oversettelse|tłumaczenie|перевод|переклад|превод|çeviri|翻訳|翻译|번역)"
    r"(?:\s+\([^()]{1,80}\))?\s*[:：]"
)
_NUMBER = r"(?:\d+[a-z]?|[ivxlcdm]+)"
_RANGE = rf"{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?(?:\s?ff?\.)?"
# Labels in other languages than ours, and ours of which nothing else could be meant.
_LABELS = {
    "page": "p pp pg page pages s seite seiten página páginas pág pagina pag side sida str strona с стр страница",
    "chapter": "ch chap chapter chapters kap kapitel chapitre cap capítulo capitolo hoofdstuk rozdział глава розділ",
    "volume": "vol volume bd band tome том",
    "part": "pt part teil partie parte часть",
    "book": "bk book buch livre libro книга",
    "act": "act akt acte acto atto",
    "scene": "sc scene szene scène escena scena",
    "line": "line lines l ll zeile vers",
    "verse": "verse verses",
    "section": "§ §§ sec section",
    "paragraph": "para paragraph ¶",
}
_LABEL_OF = {word: label for label, words in _LABELS.items() for word in words.split()}
_PLACE = rf"(?:{'|'.join(sorted(map(re.escape, _LABEL_OF), key=len, reverse=True))})\.?\s*{_RANGE}"
_ONLY_PLACES = lazy(rf"(?i)\W*{_PLACE}(?:\s*[,;:]\s*{_PLACE}){{0,3}}\W*")
_BEHIND = lazy(rf"(?i)\s*(?:[,;:]\s*|\s\()(?P<places>{_PLACE}(?:\s*[,;:]\s*{_PLACE}){{0,3}})\)?\s*\.?\s*$")
_EACH = lazy(
    rf"(?i)(?P<label>{'|'.join(sorted(map(re.escape, _LABEL_OF), key=len, reverse=True))})\.?\s*(?P<value>{_RANGE})"
)


@record()
class Beneath:
    """What bullets say: the one that names a work, a place in it, and the texts of all others."""

    work: Plain | None
    place: Locator | None
    notes: tuple[str, ...]


def told(bullets: Sequence[Plain]) -> Beneath:
    """A work is what the first bullet names that is neither a translation nor a place alone."""
    work: Plain | None = None
    place: Locator | None = None
    notes: list[str] = []
    for bullet in bullets:
        text = " ".join((bullet.text or " ".join(bullet.footnotes)).split())
        if not bullet.templates and _TRANSLATION.match(text):
            notes.append(bullet.text or text)
        elif place is None and not bullet.templates and _ONLY_PLACES.fullmatch(text):
            place = place_of(text)
        elif work is None and (text or bullet.templates):
            work = bullet
        elif text:
            notes.append(bullet.text or text)
    return Beneath(work, place, tuple(notes))


def place_of(text: str) -> Locator | None:
    """The finest place of a few: the page, where one is named, else the last."""
    places = [(_LABEL_OF[match["label"].lower()], match["value"]) for match in _EACH.finditer(text)]
    best = next((place for place in places if place[0] == "page"), places[-1] if places else None)
    if best is None:
        return None
    try:
        return parse_locator(f"{best[0]} {best[1]}")
    except InputError:
        return None


def split_place(named: str) -> tuple[str, Locator | None]:
    """ "Memoirs (2001), p. 3" is page 3 of "Memoirs (2001)"; volumes and parts tell the work and stay."""
    match = _BEHIND.search(named)
    place = place_of(match["places"]) if match else None
    if match is None or place is None or place.label in ("volume", "part", "book"):
        return named, None
    return named[: match.start()], place
