"""Labels of speakers in front of their words: "Ann Lee:", "[SPEAKER_00]:", "ANN LEE:", "Speaker 1:"."""

from __future__ import annotations

import re

from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["placeholder", "capitals", "bracketed", "name"]

LONGEST_NAME = 60
_MOST_WORDS = 6
_PLACEHOLDER = (
    r"(?:speaker|spkr?|sprecher(?:in)?|intervenante?|locuteur|orateur|hablante|orador|falante|parlante|spreker|mówca"
    r"|talare|taler|puhuja|говорящий|спикер|participante?|teilnehmer|guest|person|voice|user|interviewee)"
    r"(?:[ _#.-]{0,2}[0-9]{1,3}|[ _-][a-z]|[ _]?\?)"
    r"|(?:話者|说话人|說話人|发言人|發言人|화자)[ _]?(?:[0-9]{1,3}|[a-z])"
    r"|(?:unknown|unidentified|unbekannter?|(?:fe)?male)[ _](?:speaker|voice|sprecher|person|participant)(?:[ _#]?[0-9]{1,3})?"
    r"|(?:speaker|spk)_?unknown"
)
_IS_PLACEHOLDER = re.compile(_PLACEHOLDER, re.IGNORECASE)
# With brackets it needs no colon: "[SPEAKER_00] words", "(speaker 0) words".
_PLACED = re.compile(
    rf"\[({_PLACEHOLDER})\](?:[ \t]*[:：])?[ \t]*|\(({_PLACEHOLDER})\)(?:[ \t]*[:：])?[ \t]*|({_PLACEHOLDER})[ \t]*[:：][ \t]*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?P<open>\[)?(?P<name>[^\W\d_][^:：\[\]()<>\n!?;\"“”]{{0,{LONGEST_NAME}}}?)(?P<close>\])?"
    r"(?:[ \t]?\([^()\n:]{1,40}\))?[ \t]?(?::[ \t]+|：[ \t]*)(?=\S)"
)
_PARTICLES = frozenset(
    "van der den de la le du da das do dos di del della von vom zu zum zur bin ibn bint al el ten ter te y af av of".split()
)
# Headings of forms and letters that look like names.
_NO_NAMES = frozenset(
    "note notes warning subject date time to from cc re source sources editor's tags author title copyright update abstract "
    "keywords summary example contents location address phone music chapter remember caution tip question answer".split()
)


@record()
class Label:
    """Who is named in front of words, without brackets, and where the words begin."""

    name: str
    end: int
    kind: Kind


def is_placeholder(name: str) -> bool:
    """Whether a program that tells voices apart wrote it ("SPEAKER_00", "Speaker 1"): it is nobody's name."""
    return _IS_PLACEHOLDER.fullmatch(" ".join(name.strip().strip("[]()").split())) is not None


def label_at(text: str, at: int = 0, end: int | None = None) -> Label | None:
    """The label that begins at `at`; None where there is none.

    A label of the kind "name" may be the beginning of a sentence ("Remember this: …"): whether it is a speaker, only
    the whole text tells.
    """
    end = len(text) if end is None else end
    if placed := _PLACED.match(text, at, end):
        return Label(" ".join((placed[1] or placed[2] or placed[3]).split()), placed.end(), "placeholder")
    found = _LABEL.match(text, at, end)
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    name = " ".join(found["name"].split())
    if not is_name(name):
        return None
    kind: Kind = "bracketed" if found["open"] else "capitals" if name.isupper() else "name"
    return Label(name, found.end(), kind)


def is_name(name: str) -> bool:
    """Whether words look like the name of somebody: few, and with capitals where the script has them."""
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) < 2 or name.casefold() in _NO_NAMES:
        return False
    letters = [word.lstrip("'’(") or word for word in words]
    capital = [word[0].isalpha() and not word[0].islower() for word in letters]
    return any(capital) and all(
        big or word.lower() in _PARTICLES for big, word in zip(capital, letters, strict=True)
    )
