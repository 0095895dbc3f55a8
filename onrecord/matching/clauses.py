"""Reporting clauses: "she told us", between two stretches of what she said."""

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.matching import sentences
from onrecord.matching.lexicon import Words, found, lexicon
from onrecord.matching.sense import is_negated
from onrecord.text.fold import fold
from onrecord.text.patterns import lazy
from onrecord.text.signs import MARKS, is_unspaced

# "said Ingrid Dahl, the mayor of Tallvik since 2019, on the steps of the town hall on Monday"
MOST_CHARACTERS = 240
MOST_WORDS = 30
# Of what stands before a clause, what may close the quotation.
_BEFORE = 12
# Without a stop or comma at its end a clause is its verb and its subject.
_MOST_BARE_WORDS = 4

_PUNCTUATION = ",.;–—- ،、，。…"
_MARKS = MARKS + " \u00a0\u202f"
_INTRODUCES = (":", "：")
_GOES_ON_AFTER = frozenset(",;،、，-–—―…?!？！؟")
_SENTENCE_ENDS = ".!?…。！？؟"
_INSIDE = lazy(r"[!?…。！？؟;；]|[:：](?!\s?\d)")
_THAT = frozenset("that dass daß que che dat att at że že что що ότι πως hogy că ki כי أن إن".split())
_CAPITALISED = lazy(r"(?<![\w\"'’-])[^\W\d_][\w\"'’-]*")


def is_reporting(text: str, start: int, end: int, languages: Sequence[str], cue: str = "") -> bool:
    """Whether `text[start:end]`, between a closing mark and the next opening one, is nothing but a reporting clause.

    It belongs to the quotation before it: one that introduces the next quotation ("Dahl said: “…") does not count, nor
    does one that says that somebody did not say it. `cue` is a word of saying that is known otherwise.
    """
    return _is_reporting(text[max(0, start - _BEFORE) : start], text[start:end], tuple(languages), cue)


@lru_cache(maxsize=4096)  # "said Ann Lee," comes again and again
def _is_reporting(before: str, clause: str, languages: tuple[str, ...], cue: str) -> bool:
    """The same, of the clause and as much of what stands before it as matters."""
    printed = clause.strip()
    body = printed.strip(_PUNCTUATION)
    if not body or len(body) > MOST_CHARACTERS or printed.endswith(_INTRODUCES):
        return False
    if _INSIDE.search(body) or any(end < len(body) for end in sentences.ends(body, 0, len(body))):
        return False
    words = Words(body)
    tokens = [word for _, word, _ in words.each]
    if not tokens or len(tokens) > MOST_WORDS or tokens[-1] in _THAT:
        return False
    if not _attached(before + clause, len(before), len(before) + len(clause)) or tokens[0] in _conjunctions(
        languages
    ):
        return False
    bare = printed[-1].isalnum() and not is_unspaced(printed[-1])
    if bare and len(tokens) > _MOST_BARE_WORDS:
        return False
    known = bool(cue) and _holds(words, cue)
    return (known or _has_one_subject(words, languages)) and not is_negated(body, languages)


def same_speaker(
    text: str, clause: tuple[int, int], after: int, limit: int, languages: Sequence[str]
) -> bool:
    """Whether nothing says that the quotation which closes before `after` is another's than that before `clause`.

    What follows it, up to `limit`, may have a reporting clause of its own: "…,” said Weir. “…,” said Dahl."
    """
    end = sentences.rest_after(text, after, limit)
    own = text[after:end]
    if not own.strip() or not _attached(text, after, end) or _introduces(text, after, end, limit):
        return True
    words = Words(own[:MOST_CHARACTERS])
    if not found("saying", words, languages):
        return True
    named = _named(own[:MOST_CHARACTERS], languages)
    before = _named(text[slice(*clause)], languages)
    pronouns = {one for one in named if any(one in _words(language, "pronoun") for language in languages)}
    if named - pronouns - before:
        return False
    return not pronouns - before or bool(found("going on", words, languages))


def _attached(text: str, start: int, end: int) -> bool:
    """Whether what follows a closing mark goes on with the sentence of the quotation."""
    last = text[max(0, start - _BEFORE) : start].rstrip(_MARKS)[-1:]
    clause = text[start:end].strip()
    first = next((character for character in clause if character.isalnum()), "")
    if clause[:1] in ",،、，–—-":
        return True
    if last in _GOES_ON_AFTER and last:
        # “Will you pay?” Weir said, “No.” may give either to Weir.
        introduces = last in "?!？！؟" and first.isupper() and clause.endswith((",", "،", "，"))
        return not introduces
    if last in _SENTENCE_ENDS and last:
        return not first.isupper()
    return True


def _introduces(text: str, start: int, end: int, limit: int) -> bool:
    """Whether, in a script without capitals, what follows a stop leads up to the next quotation."""
    last = text[max(0, start - _BEFORE) : start].rstrip(_MARKS)[-1:]
    leads = end == limit and text[limit : limit + 1] in tuple(MARKS)
    return bool(last) and last in _SENTENCE_ENDS and leads


def _conjunctions(languages: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*(_words(language, "and") for language in languages))


def _words(language: str, section: str) -> frozenset[str]:
    return lexicon(language)[section].words


def _holds(words: Words, cue: str) -> bool:
    folded = " ".join(fold(cue).joined().lower().split())
    if any(map(is_unspaced, folded)):
        return folded in words.folded
    return bool(folded) and f" {folded} " in words.spaced


def _has_one_subject(words: Words, languages: Sequence[str]) -> bool:
    """Whether there is a word of saying, and none of a second speaker: not "Weir said, while Dahl added"."""
    places = sorted(
        (at, at + len(entry))
        for language in languages
        for at, entry in lexicon(language)["saying"].found(words, language)
        if words.folded.startswith(entry, at)
    )
    if not places:
        return bool(found("saying", words, languages))  # a phrase, whose place is not known
    # "ha detto" is one verb.
    while len(places) > 1 and places[1][0] - places[0][1] <= 1:
        places[:2] = [(places[0][0], max(places[0][1], places[1][1]))]
    first_end = places[0][1]
    if _joined_by(words.printed[first_end:], languages):
        return False
    later = [start for start, _ in places if start > first_end]
    if not later:
        return True
    comma = words.printed.rfind(",", first_end, later[-1])
    rest = words.printed[max(comma, first_end) :]
    before = words.printed[: len(words.printed) - len(rest)]
    if any(match[0][0].isupper() and match[0] not in before for match in _CAPITALISED.finditer(rest)):
        return False
    lowered = set(re.findall(r"\w+", rest.lower()))
    pronouns = frozenset().union(*(_words(language, "pronoun") for language in languages)) - {"who", "qui"}
    joins = _conjunctions(languages) & lowered
    return not pronouns & lowered and (not joins or bool(found("going on", words, languages)))


def _joined_by(rest: str, languages: Sequence[str]) -> bool:
    """Whether a second clause follows the verb: ", and Ingrid Dahl"."""
    after = (part.split(maxsplit=1)[:1] for part in re.split(r"[,;–—،、，]", rest)[1:])
    return any(word[0].lower() in _conjunctions(languages) for word in after if word)


def _named(clause: str, languages: Sequence[str]) -> set[str]:
    """The words of a clause that may name somebody: without those of saying and the little ones."""
    folded = fold(clause).joined().lower()
    for language in languages:
        for section in ("saying", "going on", "common"):
            pattern = lexicon(language)[section].pattern
            if pattern is not None:
                folded = pattern.sub(" ", folded)
    if "ja" in languages:
        folded = re.sub("[\u3040-\u309f]+", " ", folded)
    little = frozenset().union(
        *(
            _words(language, section) - _words(language, "pronoun")
            for language in languages
            for section in ("common", "saying", "going on", "and")
        )
    )
    return {
        word
        for word in re.findall(r"[^\W\d_]+", folded)
        if word not in little and not (len(word) == 1 and "\uac00" <= word <= "\ud7a3")
    }


def follows(text: str, start: int, limit: int, languages: Sequence[str]) -> bool:
    """Whether a reporting clause belongs to the quotation that closes before `start`."""
    end = sentences.rest_after(text, start, limit)
    own = text[start:end]
    return bool(own.strip()) and _attached(text, start, end) and bool(found("saying", Words(own), languages))
