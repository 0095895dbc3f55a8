"""True quotations changed by a machine, each of which must be refused.

A mutation drops, adds or swaps words, negates, or changes a digit, by a seed. One that leaves a true quotation is not
counted, and how many of these there are is said: where only words at the beginning or end are gone (what is left stands
in the source as it is), where two equal words were swapped, or where the new wording happens to stand in the source.
"""

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bench.matching.cases import Case

SEED = 20_240_607
_NEGATIONS = {
    "en": "not", "de": "nicht", "fr": "pas", "es": "no", "it": "non", "pt": "não", "nl": "niet", "sv": "inte", "da": "ikke",
    "no": "ikke", "pl": "nie", "cs": "ne", "ru": "не", "uk": "не", "tr": "değil", "ar": "لا", "he": "לא", "fi": "ei",
    "hu": "nem", "el": "δεν", "ro": "nu", "zh": "不", "ja": "ない", "ko": "안",
}  # fmt: skip
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True)
class Mutation:
    """A wording made from a true one, how, and whether it says something that its source does not."""

    case: Case
    kind: str
    wording: str
    false: bool


def mutations(cases: list[Case], count: int, seed: int = SEED) -> Iterator[Mutation]:
    """`count` false mutations, and the true ones that came up on the way."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        case = chance.choice(cases)
        kind = chance.choice(("drop", "add", "swap", "negate", "digit"))
        wording = _mutated(chance, case, kind)
        if wording is None or wording == case.wording:
            continue
        false = not _stands(wording, case.source)
        made += false
        yield Mutation(case, kind, wording, false)


def _mutated(chance: random.Random, case: Case, kind: str) -> str | None:
    words, joint = _words(case.wording)
    if len(words) < 3:
        return None
    at = chance.randrange(len(words))
    match kind:
        case "drop":
            del words[at]
        case "add":
            others, _ = _words(case.source)
            words.insert(at, chance.choice(others))
        case "swap":
            other = chance.randrange(len(words))
            words[at], words[other] = words[other], words[at]
        case "negate":
            words.insert(at, _NEGATIONS[case.language])
        case "digit":
            figures = [number for number, word in enumerate(words) if re.search(r"\d", word)]
            if not figures:
                return None
            at = chance.choice(figures)
            places = [place.start() for place in re.finditer(r"\d", words[at])]
            place = chance.choice(places)
            digit = chance.choice([one for one in "0123456789" if one != words[at][place]])
            words[at] = words[at][:place] + digit + words[at][place + 1 :]
    return joint.join(words)


def _words(text: str) -> tuple[list[str], str]:
    if _UNSPACED.search(text):
        return [one for one in text if not one.isspace()], ""
    return text.split(), " "


def _stands(wording: str, source: str) -> bool:
    """Whether the words, without marks and stops, still stand in the source in one piece, with or without the words
    between two quotations."""
    return _bare(wording) in _bare(source) or _bare(wording) in _bare(_NARRATION.sub(" ", source))


_NARRATION = re.compile(r"[»«”“„’\"」]\s*,?\s*[^»«”“„\"「」\n]*?[«»“„”\"「]|, — [^—]* — | – [^–]* – ")


def _bare(text: str) -> str:
    spaced = not _UNSPACED.search(text)
    letters = (unicodedata.normalize("NFKC", one) if one.isalpha() else one for one in text)
    text = "".join(letters).replace("\u00ad", "").replace("\u0640", "").replace("-\n", "")
    words = re.findall(r"\w+|[%€£$°]|-(?=\d)", text.replace("−", "-"))
    return f" {' '.join(words)} " if spaced else "".join(words)
