"""From a word that is part of a name to the speakers of that name, and to every spelling of theirs."""

from __future__ import annotations

from onrecord.db.reader import Reader, array
from onrecord.model.record import record
from onrecord.search.forms import DEFAULT, forms, language_of
from onrecord.search.query import Term, fts, tokens
from onrecord.text.namekeys import name_words
from onrecord.text.patterns import lazy
from onrecord.text.wordfold import spans

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


# A word that is part of more names than this is an ordinary word ("agency"): it is not widened to full names.
MOST_SPEAKERS = 20
MOST_NAMES = 2_000
_ASCII_WORDS = lazy("[a-z0-9]+")


@record()
class Widened:
    """What a term means: itself and other spellings inside wordings, and the speakers that go by it.

    `forms` are its other forms by language: each counts only in wordings of that language. The label of an unnamed
    speaker ("a senior official") is no name: it leads to what was said under it, to nobody it was merged into, and is
    no spelling of anything.
    """

    spellings: tuple[Term, ...]
    speaker_ids: tuple[int, ...]
    forms: Mapping[str, tuple[Term, ...]]


_GOING_BY = """
    SELECT DISTINCT CASE WHEN owner.unnamed THEN owner.id ELSE coalesce(owner.merged_into_id, owner.id) END,
           owner.unnamed
      FROM speaker_names_fts JOIN speaker_names ON speaker_names.id = speaker_names_fts.rowid
      JOIN speakers AS owner ON owner.id = speaker_names.speaker_id
     WHERE speaker_names_fts MATCH :match LIMIT :most"""
_EVERYONE = """
    SELECT id FROM speakers WHERE id IN (SELECT value FROM json_each(:ids))
        OR merged_into_id IN (SELECT value FROM json_each(:ids)) ORDER BY id"""
_NAMES = """
    SELECT speaker_names.name, speaker_names.name_key FROM speaker_names JOIN speakers AS owner ON owner.id = speaker_names.speaker_id
     WHERE speaker_id IN (SELECT value FROM json_each(?)) AND NOT owner.unnamed ORDER BY speaker_names.id"""

# BCP 47: undetermined. What has no language on record.
UNSTATED = "und"
# One step from language to language through an index, however many rows have it; it has not the usual one.
_LANGUAGES = """
WITH RECURSIVE present(one) AS (
  SELECT min(language) FROM {table} WHERE language <> '{usual}'
  UNION ALL
  SELECT (SELECT min(language) FROM {table} WHERE language > one AND language <> '{usual}') FROM present WHERE one IS NOT NULL
)
SELECT one FROM present WHERE one IS NOT NULL"""


def languages_on_record(reader: Reader) -> Iterator[str]:
    """The tags of statements, then of sources, but the usual one; a tag may come twice."""
    for table in ("attributions", "sources"):
        yield from reader.column(_LANGUAGES.format(table=table, usual=DEFAULT))


def languages_meant(reader: Reader, asked: Sequence[str]) -> list[str]:
    """The tags that languages mean: "en" is "en-GB" too, and "en-GB" itself alone. "und" stands for no tag at all."""
    from onrecord.text import languages

    wanted = [languages.kept(one) or one for one in asked]
    among = dict.fromkeys(wanted)
    for tag in languages_on_record(reader):
        if any(tag.startswith(f"{one}-") for one in wanted):
            among[tag] = None
    return list(among)


def tags_by_language(reader: Reader) -> dict[str, tuple[str, ...]]:
    """The language tags on record by the language whose forms serve them; the default language is always there."""
    found: dict[str, tuple[str, ...]] = {DEFAULT: (DEFAULT,)}
    for tag in languages_on_record(reader):
        language = language_of(tag)
        if language is not None and tag not in found.get(language, ()):
            found[language] = (*found.get(language, ()), tag)
    return found


def widen(reader: Reader, term: Term) -> Widened:
    """Everything a term stands for. A speaker goes by it when a name has its words, in this or another spelling."""
    inflected = {
        language: tuple(Term((form,)) for form in forms(term.words[0], language))
        for language in (tags_by_language(reader) if term.inflected else ())
    }
    return _going_by(reader, term, inflected)


def _going_by(reader: Reader, term: Term, forms: Mapping[str, tuple[Term, ...]]) -> Widened:
    found = reader.rows(_GOING_BY, {"match": _in_names(term), "most": MOST_NAMES})
    asked = Term(term.words, term.prefix, inside=term.inside)
    if not found:
        return Widened((asked,), (), forms)
    named = [one for one, unnamed in found if not unnamed]
    everyone = tuple(reader.column(_EVERYONE, {"ids": array(named)}))
    names = reader.rows(_NAMES, (array(everyone),))
    spellings = [asked, *_same_words(term, names)]
    if len(named) <= MOST_SPEAKERS:
        spellings += [
            Term(words) for name, _ in names if len(words := tokens(name)) > 0 and not _holds(name, term)
        ]
    labelled = [one for one, unnamed in found if unnamed]
    return Widened(tuple(dict.fromkeys(spellings)), tuple(sorted({*everyone, *labelled})), forms)


def _in_names(term: Term) -> str:
    keyed = Term(name_words(term.unfolded), term.prefix)
    printed = f"name : {fts(term)}"
    return f"({printed}) OR (name_key : {fts(keyed)})" if keyed.words else printed


def _same_words(term: Term, names: Sequence[tuple[str, str]]) -> list[Term]:
    """The parts of names, which come with their keys, that are other spellings of the term."""
    wanted = name_words(term.unfolded)
    found = []
    for name, key in names:
        if name.isascii() and len(term.words) == len(wanted) == 1:
            # Of the many who have a common name, nearly all have it in this spelling.
            printed = _ASCII_WORDS.findall(name.lower()).count(term.words[0])
            if printed and key.split().count(wanted[0]) <= printed:
                continue
        words = spans(name)
        for first in range(len(words) - len(term.words) + 1):
            part = words[first : first + len(term.words)]
            folded = tuple(word for _, _, word in part)
            if folded != term.words and name_words(name[part[0][0] : part[-1][1]]) == wanted:
                found.append(Term(folded, term.prefix))
    return found


def _holds(name: str, term: Term) -> bool:
    """Whether a name has the term's words in it, in any spelling: then it is found without widening."""
    keys, wanted = name_words(name), name_words(term.unfolded)
    return any(keys[first : first + len(wanted)] == wanted for first in range(len(keys) - len(wanted) + 1))
