"""Whether whom a draft names is whom the record names: aliases, spellings, family names, offices in front."""

from __future__ import annotations

import re
from enum import Enum
from functools import cached_property, lru_cache

from onrecord.check.frames import of_name, same_voice
from onrecord.check.passage import Passage
from onrecord.matching.lexicon import Words, found, languages_of
from onrecord.model.record import record
from onrecord.speakers import queries as speaker_queries
from onrecord.text.namekeys import name_words
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.reader import Reader


class Same(Enum):
    """Whether two are one. `unclear`: the draft says that somebody speaks and not, for certain, who; `foreign`: it names
    somebody else beside the words, and does not say that he speaks; `unsaid`: it names nobody."""

    yes = 1
    no = 2
    unclear = 3
    foreign = 4
    unsaid = 5


@record()
class Person:
    """A speaker by the id that it has after merges (None: known by this name in a source alone) and all its names."""

    id: int | None
    name: str
    names: tuple[str, ...]
    unnamed: bool = False


# In front of what is no name: "die Ministerin", "la maire".
_ARTICLES = frozenset(
    "the a an der die das ein eine le la les un une el los las una il lo i gli o os as de het den en ett et l".split()
)
_WORD = lazy(r"[^\W\d_][\w’'-]*")


def names_in(text: str) -> list[tuple[int, int]]:
    """Where runs of words with capitals stand, as names have; a single word may begin a sentence, and is none."""
    runs: list[list[re.Match[str]]] = []
    for word in _WORD.finditer(text):
        if not word[0][0].isupper():
            continue
        if runs and text[runs[-1][-1].end() : word.start()] in (" ", "\u00a0", ". "):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [(run[0].start(), run[-1].end()) for run in runs if len(run) > 1]


def _single(text: str) -> list[tuple[int, int]]:
    """Where single words with capitals stand, which may be family names."""
    return [word.span() for word in _WORD.finditer(text) if word[0][0].isupper() and len(word[0]) > 2]


class People:
    """Speakers of a record, looked up once each."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._people: dict[str, Person] = {}
        self._ids = lru_cache(maxsize=512)(self._look_up)

    def of_slug(self, slug: str, name: str, *, unnamed: bool) -> Person:
        """The speaker with a slug."""
        if slug not in self._people:
            owner = self.reader.value("SELECT id FROM speakers WHERE slug = ?", (slug,))
            known = speaker_queries.speaker_record(self.reader, owner)
            names = (known.name, *(printed.name for printed in known.names), *known.labels)
            self._people[slug] = Person(owner, name, tuple(dict.fromkeys(names)), unnamed)
        return self._people[slug]

    def compare(
        self, passage: Passage, person: Person, also: Sequence[str] = (), authors: Sequence[str] = ()
    ) -> Same:
        """Whether the draft gives a passage to this person; `also` are names that the source gives them in the place,
        `authors` who made the source: a draft may name them as it cites."""
        names = (*person.names, *also)
        if passage.speaker is not None:
            found_ = self._named(passage, person, names)
        elif passage.outside and _speaks(passage):
            found_ = self._in_sentence(passage.outside, names)
        else:
            return self._in_passing(passage, names, authors)
        if found_ is Same.unclear and (passage.role_only or passage.speaker is None):
            # "She said": whoever was named just before.
            last = self._named_last(passage, names)
            # An office may be anybody's, a pronoun is somebody's who was named.
            is_office = len((passage.speaker or "").split()) > 1
            return found_ if last is Same.no and is_office else last
        return found_

    def _named(self, passage: Passage, person: Person, names: Sequence[str]) -> Same:
        named = passage.speaker or ""
        ids = self._ids(named)
        if person.id in ids and len(ids) > 1:
            # Namesakes: the draft has to have said which of them.
            return Same.yes if _mentions(passage.earlier, names, whole=True) else Same.unclear
        if person.id in ids or any(_is_one(named, name) or _is_declined(named, name) for name in names):
            return Same.yes
        if ids:
            return Same.no
        if (mine := of_name(named)) is not None:
            # Languages without capitals have frames of their own.
            told = [same_voice(mine, other) for name in names if (other := of_name(name)) is not None]
            if True in told:
                return Same.yes
            if told and None not in told:
                return Same.no
        if passage.role_only or not _is_name(named):
            # An office in a sentence that names its holder too: "Lee, the mayor, said".
            return Same.yes if _mentions(passage.outside, names) else Same.unclear
        if person.unnamed:
            return Same.no if _is_name(named) else Same.unclear
        return Same.no

    def _in_sentence(self, outside: str, names: Sequence[str]) -> Same:
        others = self._others(outside, names)
        known = [span for span in others if self._ids(outside[slice(*span)])]
        if _mentions(outside, names):
            return Same.unclear if known else Same.yes
        return Same.no if others else Same.unclear

    def _in_passing(self, passage: Passage, names: Sequence[str], authors: Sequence[str]) -> Same:
        """Where no word says that anybody speaks, a name in the sentence may be meant."""
        outside = passage.outside
        if not outside or _mentions(outside, names):
            return Same.unsaid
        others = self._others(outside, [*names, *authors])
        others += [span for span in _single(outside) if self._ids(outside[slice(*span)])]
        others = [
            span for span in others if not any(_is_one(outside[slice(*span)], name) for name in authors)
        ]
        if not others:
            return Same.foreign if _LABEL.fullmatch(passage.before.strip(' “"«„*')) else Same.unsaid
        known = any(self._ids(outside[slice(*span)]) for span in others)
        introduces = any(_INTRODUCES.match(outside, end) for _, end in others)
        return Same.no if known or introduces else Same.foreign

    def _others(self, text: str, names: Sequence[str]) -> list[tuple[int, int]]:
        """Where the text names somebody else."""
        there = names_in(text)
        if not text.isascii() and any(map(_is_caseless, text)):
            there += [
                (start, start + len(name))
                for name in self._caseless
                if name not in names and (start := text.find(name)) >= 0
            ]
        return sorted(
            span for span in there if not any(_is_printed(text[slice(*span)], name) for name in names)
        )

    def _named_last(self, passage: Passage, names: Sequence[str]) -> Same:
        """Whether the person is the last that the paragraphs before a passage name."""
        earlier = passage.earlier[-_NEAR:]
        known = [end for start, end in self._others(earlier, names) if self._ids(earlier[start:end])]
        if _mentions(earlier[known[-1] :] if known else earlier, names):
            return Same.yes
        return Same.no if known and not _mentions(earlier, names) else Same.unclear

    @cached_property
    def _caseless(self) -> list[str]:
        """The names on record in scripts without capitals."""
        every = self.reader.column(
            "SELECT n.name FROM speaker_names AS n JOIN speakers AS s ON s.id = n.speaker_id WHERE NOT s.unnamed"
        )
        return [name for name in every if len(name) > 1 and name.upper() == name.lower()]

    def ids(self, name: str) -> frozenset[int]:
        """The ids of everybody who goes by a name."""
        return self._ids(name)

    def _look_up(self, name: str) -> frozenset[int]:
        ids = speaker_queries.named(self.reader, name) or speaker_queries.with_family_name(self.reader, name)
        return frozenset(ids)


_NEAR = 1_200
# A word or two in front of the words, and a colon: who speaks, in a transcript.
_LABEL = lazy(r"[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,3}\s?[:：]")
# Right behind a name, where the words that it introduces were.
_INTRODUCES = lazy(r"\s*(?:[:：,—–-]\s*)?[“\"«„‘「]")


def same_name(one: str, other: str) -> Same:
    """Whether two names that texts print can be of one person."""
    if _is_one(one, other) or _is_one(other, one) or _is_declined(one, other):
        return Same.yes
    return Same.no if _is_name(one) and _is_name(other) else Same.unclear


def same_office(one: str, other: str) -> bool:
    """Whether two texts name somebody by the same words, without a name: "the two officials"."""
    words = [word for word in one.lower().split() if word not in _ARTICLES]
    return len(words) > 1 and words == [word for word in other.lower().split() if word not in _ARTICLES]


def _is_caseless(character: str) -> bool:
    return character.isalpha() and character.upper() == character.lower()


def _speaks(passage: Passage) -> bool:
    """Whether the sentence says that somebody speaks."""
    if passage.attributed or passage.polarity != "asserted":
        return True
    outside = passage.outside
    return bool(found("saying", Words(outside), languages_of(outside)))


def _is_one(printed: str, name: str) -> bool:
    """Whether a printed name, with an office or without, short or long, can be this one."""
    words, wanted = name_words(printed), name_words(name)
    if not words or not wanted:
        return False
    if set(wanted) <= set(words):
        return True
    if len(words) == len(wanted) and words[-1] == wanted[-1]:
        # Initials: "M. Ruiz".
        return all(
            mine == two or (len(mine) == 1 and two.startswith(mine))
            for mine, two in zip(words, wanted, strict=True)
        )
    return set(words) <= set(wanted) and words[-1] == wanted[-1]


def _is_declined(printed: str, name: str) -> bool:
    """Whether a printed name is this one in another case, as in Slavic languages: "Петру Лосеву"."""
    words, wanted = name_words(printed), name_words(name)
    return len(words) == len(wanted) > 1 and all(
        mine == two or is_inflected(mine, two) for mine, two in zip(words, wanted, strict=True)
    )


def _is_printed(printed: str, name: str) -> bool:
    """The same of words in a sentence, where a name may stand in another case."""
    bare = _POSSESSIVE.sub("", printed)
    words, wanted = name_words(bare), name_words(name)
    return _is_one(bare, name) or bool(words and wanted and is_inflected(words[-1], wanted[-1]))


def _is_name(named: str) -> bool:
    """Whether it is a name and not an office: a word with a capital that is not the only one behind an article."""
    words = named.split()
    if words and words[0].lower() in _ARTICLES:
        return len([word for word in words[1:] if word[0].isupper()]) > 1
    return any(word[0].isupper() for word in words)


def _mentions(text: str, names: Sequence[str], *, whole: bool = False) -> bool:
    """Whether a text holds one of the names, in any case of the language, or (unless `whole`) the last word of one."""
    there = set(name_words(_POSSESSIVE.sub("", text))) if text else set()
    for name in names:
        wanted = name_words(name)
        if wanted and (set(wanted) <= there or (not whole and len(wanted[-1]) > 2 and wanted[-1] in there)):
            return True
        if wanted and not whole and any(is_inflected(word, wanted[-1]) for word in there):
            return True
        if name and not name.isascii() and len(name) > 1 and name in text:
            return True
    return False


_POSSESSIVE = lazy(r"(?<=\w)(?:['’]s\b|['’](?!\w))")
# What Slavic languages put behind a name, romanised as keys of names are.
_ENDINGS = frozenset(
    "a u ym om e oi oiu oy ogo emu omu y ykh i iu ia em ei ey ego owi iem ie im ovi ou ej".split()
)
_LEAST_STEM = 4


def is_inflected(printed: str, name: str) -> bool:
    """Whether a printed word can be a name in another case: "Losevu" for "Losev", "Kotovoi" for "Kotova"."""
    stem = name[:-1] if name[-1:] in ("a", "i", "y") else name
    return len(stem) >= _LEAST_STEM and printed.startswith(stem) and printed[len(stem) :] in _ENDINGS
