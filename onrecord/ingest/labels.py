"""Labels of speakers in front of their words: "Ann Lee:", "[SPEAKER_00]:", "ANN LEE:", "Speaker 1:"."""

from __future__ import annotations

from onrecord.ingest.talk_words import ANSWERS, ASKS_FOR, QUESTIONS, ROLES
from onrecord.model.record import record
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["placeholder", "capitals", "bracketed", "name"]

LONGEST_NAME = 60
_MOST_WORDS = 6
_LONGEST_CJK = 18
_PLACEHOLDER = (
    r"(?:speaker|spkr?|sprecher(?:in)?|intervenante?|locuteur|orateur|hablante|orador|falante|parlante|spreker|mówca"
    r"|talare|taler|puhuja|говорящий|спикер|participante?|teilnehmer|guest|person|voice|user|interviewee)"
    r"(?:[ _#.-]{0,2}[0-9]{1,3}|[ _-][a-z]|[ _]?\?)"
    r"|(?:話者|说话人|說話人|发言人|發言人|화자)[ _]?(?:[0-9]{1,3}|[a-z])"
    r"|(?:unknown|unidentified|unbekannter?|(?:fe)?male)[ _](?:speaker|voice|sprecher|person|participant)(?:[ _#]?[0-9]{1,3})?"
    r"|(?:speaker|spk)_?unknown"
)
_IS_PLACEHOLDER = lazy(f"(?i){_PLACEHOLDER}")
_NUMBERED = lazy(r"[ _#.-]{0,2}[0-9]{1,3}$")
# With brackets it needs no colon: "[SPEAKER_00] words", "(speaker 0) words".
_PLACED = lazy(
    rf"(?i)\[({_PLACEHOLDER})\](?:[ \t]*[:：])?[ \t]*|\(({_PLACEHOLDER})\)(?:[ \t]*[:：])?[ \t]*|({_PLACEHOLDER})[ \t]*[:：][ \t]*",
)
_LABEL = lazy(
    rf"(?P<open>[\[【])?(?P<name>[^\W\d_][^:：\[\]【】()（）<>\n!?;؟；！？。，、؛،\"“”「」]{{0,{LONGEST_NAME}}}?)(?P<close>[\]】])?"
    r"(?:[ \t]?[(（][^()（）\n:]{1,40}[)）])?[ \t]?(?::[ \t]+|：[ \t]*|(?<=】)[ \t]*|:(?=[^\x00-\u02ff\s]))(?=\S)"
)
# Captions in Japanese and Chinese: "（佐藤）橋は"; sounds stand there, too.
_WIDE = lazy(r"（(?P<name>[^\W\d_a-zA-Z][^\s（）()、。]{0,11})）[:：]?[ \t]*(?=[^\s（）])")
_SOUNDS = (
    "声",
    "聲",
    "音",
    "笑",
    "拍手",
    "掌声",
    "歓声",
    "音楽",
    "音乐",
    "音樂",
    "泣",
    "咳",
    "ため息",
    "沈黙",
    "鼓掌",
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
    """Whether it is nobody's name: what programs call a voice ("SPEAKER_00", "Speaker 1"), or a part in a talk ("Q", "Host")."""
    label = " ".join(name.strip().strip("[]()").split())
    return _IS_PLACEHOLDER.fullmatch(label) is not None or part_in(label) is not None


def part_in(label: str) -> Literal["question", "answer", "other"] | None:
    """The part in a talk that a label names ("Q", "Moderator", "THE WITNESS", "A2"); None for any other label."""
    key = _NUMBERED.sub("", label.strip(" .:").casefold()).replace(" ", "_")
    if key in QUESTIONS or key.endswith(ASKS_FOR):
        return "question"
    # A letter alone is short for somebody.
    return (
        "answer"
        if key in ANSWERS
        else "other"
        if key in ROLES or (len(key) == 1 and key < "\u2000")
        else None
    )


def label_at(text: str, start: int = 0, end: int | None = None) -> Label | None:
    """The label that begins at `start`; None where there is none.

    A label of the kind "name" may be the beginning of a sentence ("Remember this: …"): whether it is a speaker, only
    the whole text tells.
    """
    end = len(text) if end is None else end
    if placed := _PLACED.match(text, start, end):
        return Label(" ".join((placed[1] or placed[2] or placed[3]).split()), placed.end(), "placeholder")
    if (wide := _WIDE.match(text, start, end)) and not wide["name"].endswith(_SOUNDS):
        return Label(wide["name"], wide.end(), "name")
    match = _LABEL.match(text, start, end)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    name = " ".join(match["name"].split())
    if not is_name(name):
        # Where names have small letters, "Phóng viên" is none.
        is_part = " " in name and part_in(name) is not None
        return Label(name, match.end(), "placeholder") if is_part else None
    # Chinese and Japanese heads of news stand in 【】, too.
    kind: Kind = "bracketed" if match["open"] == "[" else "capitals" if name.isupper() else "name"
    return Label(name, match.end(), kind)


def is_name(name: str) -> bool:
    """Whether words look like the name of somebody: few, and with capitals where the script has them."""
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) < 2 or name.casefold() in _NO_NAMES:
        return False
    # Without spaces and capitals any words would do.
    if len(name) > _LONGEST_CJK and "\u2e80" <= name[0] < "\ufb00":
        return False
    letters = [word.lstrip("'’(") or word for word in words]
    capital = [word[0].isalpha() and not word[0].islower() for word in letters]
    return any(capital) and all(
        big or word.lower() in _PARTICLES for big, word in zip(capital, letters, strict=True)
    )


def as_label(words: str) -> str | None:
    """Emphasised words at the head of a paragraph as a label, without colon or brackets; None where they are no name."""
    # "Holm, Greta (Amt)": what somebody is stands in brackets.
    name = words.partition("(")[0] if words.strip()[:1] != "(" else words
    label = " ".join(name.split()).strip(":：.-–—|[]() ")
    return label if label and (is_name(label) or is_placeholder(label)) else None
