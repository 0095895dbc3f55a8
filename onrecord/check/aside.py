"""Passages in marks that nobody says: titles, words mentioned, words meant otherwise."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from onrecord.check import aside_words
from onrecord.text.patterns import lazy
from onrecord.text.signs import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    class Passage(Protocol):
        """What is asked of a passage of a draft (`onrecord.check.passages`)."""

        @property
        def wording(self) -> str: ...
        @property
        def before(self) -> str: ...
        @property
        def after(self) -> str: ...
        @property
        def speaker(self) -> str | None: ...
        @property
        def named_as(self) -> str | None: ...
        @property
        def role_only(self) -> bool: ...
        @property
        def via(self) -> Sequence[str]: ...
        @property
        def cites(self) -> Sequence[object]: ...
        @property
        def polarity(self) -> str: ...
        @property
        def attributed(self) -> bool: ...
        @property
        def block(self) -> bool: ...
        @property
        def words(self) -> int: ...


# A longer wording is seldom meant otherwise.
MOST_WORDS = 8
_MOST_TITLE_WORDS = 16
_ENDS = ' “”«»„"‘’‚‹›「」『』《》〈〉*_'
_LAST = lazy(r"([^\W\d_][\w’'·-]*)\W*\Z")
_CALLED = lazy(
    rf"(?i)(?<!\w)(?:{aside_words.CALLED})(?:\s+(?:the|a|an|der|die|das|le|la|les|el|il|lo|o|de|het))?\s*\Z"
)
_ENTITLED = lazy(rf"(?i)(?<!\w)(?:{aside_words.ENTITLED})\s*\Z")
_BY = lazy(
    r"\A[”»“\"’‘』」*_\s]*,?\s*(?:by|of|von|de|d[’']|di|del|della|van|av|af|autorstwa|od)\s?(?=[A-ZÀ-Ý])|\A[”»“\"\s]+(?=[А-ЯЁ][а-яё]+[ыи] [А-ЯЁ])"
)
_READING = lazy(rf"(?i)(?<!\w)(?:{aside_words.READING})(?:\s+(?:gerade|just|now|again))?\s*\Z")
# "Her favourite film is “…”", "Его девиз — “…”".
_IS = lazy(
    r"(?i)(?:\s+(?:is|was|remains|ist|war|est|était|es|era|è|é|foi|is|var|är|er|jest|był[ao]?|je|byl[ao]?|были?|была|было|on|oli|volt)|\s*[—–-])\s*\Z"
)
_YEAR = lazy(r"\A[”»“\"’‘』」*_]*,?\s*\((?:1[5-9]|20)\d\d\)")
# "… what “as soon as possible” means"
_MEANS = lazy(
    r"(?i)(?:means?|meant|bedeutet|heißt|signifie|veut dire|significa|quiere decir|vuol dire|betekent|betyder|znaczy|oznacza|znamená|означает|значит)\b"
)
_BEGINS = lazy(
    r"(?i)\b(?:beg[aiou]nn?\w*|opened|opens|starte\w*|öffne\w*|eröffne\w*|schloss|iniziat\w*|commenc\w*|empez\w*|börja\w*|zacz\w+|zača\w+|нача\w+)\s+(?:with|mit|met|con|avec|par|com|med|od|s|с|со)\s*\Z"
)
_ACCORDING = lazy(
    r"(?i)\b(?:according to|laut|gemäß|selon|d[’']après|según|secondo|segundo|de acordo com|volgens|enligt|ifølge|według|podle|согласно|по данным|за даними)\b"
)
_TITLE_MARKS = ("《", "〈")
_STOPS = (".", "!", "…", "。", "！")


def is_set_as_title(passage: Passage, opening: str) -> bool:
    """Whether the words in front of a passage, its marks or what stands behind it say that it is a title or a word mentioned.

    `opening` is its opening mark.
    """
    if opening in _TITLE_MARKS:
        return True
    before = passage.before.rstrip(_ENDS)
    if _ENTITLED.search(before) and passage.polarity == "asserted":
        return True
    if (passage.speaker is not None or passage.polarity != "asserted") and not _is_borne(passage):
        return False
    if passage.block or before.endswith((":", "：")) or passage.words > _MOST_TITLE_WORDS:
        return False
    if passage.attributed and not (_is_thing(before, works=True) or _is_borne(passage)):
        return False
    if _ACCORDING.search(before) and not passage.wording[:1].isupper():
        return False
    ends = passage.wording.rstrip().endswith(_STOPS)
    if before.endswith(tuple(aside_words.CALLED_UNSPACED)) or (
        not ends and before.endswith(tuple(aside_words.THINGS_UNSPACED))
    ):
        return True
    if _CALLED.search(before):
        return True
    if ends:
        return False
    return bool(
        _is_thing(before)
        or _is_borne(passage)
        or _READING.search(before)
        or (before and _YEAR.match(passage.after))
        or (not before and _BY.match(passage.after))
        or _thing_behind(passage.after)
    )


def may_be_meant_otherwise(passage: Passage) -> bool:
    """Whether a passage that stands nowhere may be no quotation: few words that nobody says, within a clause of the writer\'s."""
    if passage.block or passage.cites or passage.words > MOST_WORDS:
        return False
    before = passage.before.rstrip(_ENDS)
    if passage.attributed:
        # "The file is called “…”", "she is reading “…”", "the band began with “…”".
        return bool(
            _READING.search(before)
            or _BEGINS.search(before)
            or (passage.speaker is None and _CALLED.search(before))
        )
    if passage.wording.rstrip().endswith((*_STOPS, ",", "?")) or not before or not before[-1].isalpha():
        return False
    if passage.wording[:1].isupper() or _MEANS.match(passage.after.lstrip(_ENDS)):
        return True
    last = _LAST.search(before)
    return last is not None and (
        last[1].lower() in aside_words.DETERMINERS | aside_words.PREPOSITIONS
        or last[1].lower().endswith(("’s", "'s"))
        or is_unspaced(before[-1])
        or before.lower().endswith(aside_words.ELIDED)
    )


def is_of_anybody(passage: Passage) -> bool:
    """Whether nobody in particular calls something by the words: "they call it “temporary”"."""
    return (passage.named_as or "").lower() in aside_words.ANYBODY and not passage.via


def _is_borne(passage: Passage) -> bool:
    """Whether a thing has the words on it: "a banner read “…”"."""
    who = (passage.speaker or "").lower().split()
    return bool(who) and passage.role_only and who[-1] in _BEARING


# Of the things, words that somebody may have said.
_WORDS_OF = frozenset(
    "word words phrase expression term question saying slogan motto wort begriff ausdruck frage parole mot mots terme question devise palabra término expresión "
    "frase lema pregunta parola termine espressione domanda palavra termo expressão pergunta woord term uitdrukking vraag leus ordet uttrycket frågan "
    "słowo słowa pytanie hasło hasłem slovo slova otázka heslo слово слова фраза вопрос лозунг девиз".split()
)
# Of the things, those that have words on them and say nothing.
_BEARING = frozenset(
    "sign banner poster plaque label button headline tattoo schild plakat transparent panneau banderole affiche cartel pancarta".split()
)


def _is_thing(before: str, *, works: bool = False) -> bool:
    """Whether a thing that has a title stands right in front; `works`: one that has words of somebody's in it does not count."""
    bare = _IS.sub("", before)
    # "Their new album, “…”"
    # "Chapter 3, “…”"
    last = _LAST.search(bare.rstrip(",").rstrip("0123456789 "))
    if last is None:
        return False
    word = last[1].lower()
    elided = re.sub(r"\A(?:l|d|dell|nell|all|un)[’\']", "", word)
    if works and (word in _WORDS_OF or elided in _WORDS_OF):
        return False
    if word in _things() or elided in _things():
        # Without "is" the noun stands right in front, and is the writer\'s own; a comma parts it from the rest.
        return True
    return any(word.endswith(one) and len(word) > len(one) + 2 for one in _compounds())


def _thing_behind(after: str) -> bool:
    first = after.lstrip(_ENDS).split(" ", 1)[0].lower().strip(".,;")
    return bool(first) and first in _behind()


@cache
def _things() -> frozenset[str]:
    lines = (line.split()[1:] for line in aside_words.THINGS.strip().splitlines())
    return frozenset(chain.from_iterable(lines))


@cache
def _behind() -> frozenset[str]:
    lines = (line.split()[1:] for line in aside_words.THINGS_BEHIND.strip().splitlines())
    return frozenset(chain.from_iterable(lines))


@cache
def _compounds() -> tuple[str, ...]:
    """Ends of German and Dutch compounds: Kinderbuch, Jahresbericht, speelfilm."""
    return (
        "buch",
        "roman",
        "film",
        "lied",
        "bericht",
        "artikel",
        "ausstellung",
        "kampagne",
        "schild",
        "gedicht",
        "wort",
        "boek",
        "rapport",
        "serie",
    )
