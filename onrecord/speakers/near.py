"""Where names on record are many: those that are worth comparing with a name, looked up instead of read through.

The full-text index of names has every word of their keys in alphabetical order. What begins like a word that was typed is
compared with it letter by letter, and leads to the names that have it. Each look-up is bounded, so that the time hardly grows with
the number of names; a word that is wrong in its very first letters is found only beside words that are right.
"""

from __future__ import annotations

from onrecord.db.reader import Reader
from onrecord.text import hangul
from onrecord.text.ordinals import counted
from onrecord.text.scripts import look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Names that one look-up may lead to, and keys of names, or names, that it may read.
_MOST, _MOST_READ = 300, 4_000
# Words of names that are compared with one that was typed, and with all of them.
_WORDS_READ, _WORDS_READ_IN_ALL = 4_000, 16_000
# How alike words, and whole keys, have to be (of 100), and how many such words count.
WORD_ALIKE, WHOLE_ALIKE, _MOST_ALIKE = 70, 80, 25
# Shorter words are other words when a letter differs.
SHORT = 3
# Letters that are taken for each other at the beginning of a word.
_TAKEN_FOR = {"o": "0", "l": "1i", "m": "r", "w": "v"}
_AFTER_ALL = "\U0010ffff"


class Near:
    """Looks up names near others; what was read of the words of names is kept."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._left = _WORDS_READ_IN_ALL
        self._alike: dict[tuple[str, str], tuple[str, ...]] = {}

    def ids(self, name: str, words: Sequence[str]) -> set[int]:
        """Ids of names on record; `words` are those of the key of `name`."""
        ids = set(self._where("name_key = ?", " ".join(words)))
        ids.update(self._counted(name, words))
        groups = [self._words_like(word, part) for word, part in _printed(name, words)]
        if len(words) == 1:
            ids.update(self._of_words(groups[0]))
        elif all(groups):
            ids.update(self._holding(" AND ".join(map(_any, groups))))
        if len(words) == 2:
            ids.update(self._alike_as_a_whole(words))
        elif len(words) > 2:
            ids.update(self._holding_most(words, groups))
        if len(words) > 1 and len(words[-1]) > 1 and words[-1] in groups[-1]:
            ids.update(self._with_initials(words))
        ids.update(self._with_letters(words))
        ids.update(self._korean(name, words))
        return ids

    # --- by words --------------------------------------------------------------------------------------------

    def _counted(self, name: str, words: Sequence[str]) -> Iterable[int]:
        """Those with all the words, or with all that are no number; a number may stand at the end of a word."""
        yield from self._holding(" AND ".join(map(_quoted, words)))
        rest = counted(name)
        if rest.number and rest.words:
            *head, last = map(_quoted, rest.words)
            yield from self._holding(" AND ".join([*head, f"{last}*" if len(rest.words[-1]) > 1 else last]))
            if telling := [word for word in rest.words if word not in _SMALL]:
                yield from self._holding(f"{_any(telling)} AND {_any(_NUMBERS)}")

    def _of_words(self, alike: Sequence[str]) -> list[int]:
        """Those with one of the words, the first of them first."""
        ids: list[int] = []
        for word in alike:
            ids += self._holding(_quoted(word), most=_MOST // 2)
            if len(ids) >= _MOST // 2:
                break
        return ids

    def _holding_most(self, words: Sequence[str], groups: Sequence[Sequence[str]]) -> Iterable[int]:
        """Those with all words but one, each or one like it; and those of two of the words."""
        for out in range(len(groups)):
            rest = [*groups[:out], *groups[out + 1 :]]
            if all(rest):
                yield from self._holding(" AND ".join(map(_any, rest)))
        if known := [word for word, group in zip(words, groups, strict=True) if word in group][:6]:
            pairs = [
                f"({_quoted(word)} AND {_quoted(other)})"
                for index, word in enumerate(known)
                for other in known[index + 1 :]
            ]
            if pairs:
                yield from self._holding(" OR ".join(pairs))

    def _alike_as_a_whole(self, words: Sequence[str]) -> Iterable[int]:
        """Those with one of two words whose keys are alike, whatever the other word begins with."""
        from rapidfuzz import fuzz, process

        wanted = " ".join(sorted(words))
        for word in words:
            keys = dict(
                self._reader.rows(
                    "SELECT id, name_key FROM speaker_names WHERE id IN (SELECT rowid FROM speaker_names_fts "
                    f"WHERE speaker_names_fts MATCH ? LIMIT {_MOST_READ})",
                    (f"name_key : {_quoted(word)}",),
                )
            )
            ordered = {name: " ".join(sorted(key.split())) for name, key in keys.items()}
            alike = process.extract(
                wanted, ordered, scorer=fuzz.ratio, score_cutoff=WHOLE_ALIKE, limit=_MOST_ALIKE
            )
            yield from (name for _, _, name in alike)

    def _with_initials(self, words: Sequence[str]) -> Iterable[int]:
        """Those with the same last word, whose others begin with the same letters."""
        pattern = " ".join([*(f"{word[0]}*" for word in words[:-1]), words[-1]])
        return self._reader.column(
            "SELECT names.id FROM speaker_names_fts AS found JOIN speaker_names AS names ON names.id = found.rowid "
            f"WHERE speaker_names_fts MATCH ? AND names.name_key GLOB ? LIMIT {_MOST}",
            (f"name_key : {_quoted(words[-1])}", pattern),
        )

    def _holding(self, expression: str, column: str = "name_key", most: int = _MOST) -> list[int]:
        return self._reader.column(
            f"SELECT rowid FROM speaker_names_fts WHERE speaker_names_fts MATCH ? LIMIT {most}",
            (f"{column} : ({expression})",),
        )

    # --- by letters ------------------------------------------------------------------------------------------

    def _with_letters(self, words: Sequence[str]) -> Iterable[int]:
        """Those of the same letters, whatever words they make, and those with these initials."""
        letters = "".join(words)
        yield from self._beginning(letters[:2], "replace(names.name_key, ' ', '') = ?", letters)
        if len(words) == 1 and 3 <= len(letters) <= 8 and letters.isalpha():
            yield from self._beginning(
                letters[:1], "names.name_key GLOB ?", " ".join(f"{letter}*" for letter in letters)
            )
            yield from self._beginning(
                "the " + letters[:1],
                "names.name_key GLOB ?",
                " ".join(["the", *(f"{letter}*" for letter in letters)]),
            )
        elif len(words) > 2:
            yield from self._where("name_key = ?", "".join(word[0] for word in words))
            yield from self._where("name_key = ?", "".join(word[0] for word in words if word not in _SMALL))

    def _beginning(self, letters: str, condition: str, value: str) -> list[int]:
        """Names whose keys begin with letters and meet a condition, as far as they are read."""
        first = letters[:1] if " " not in letters and len(letters) > 1 else letters
        ranges = sorted({letters, f"{first} "} if len(letters) > 1 else {letters})
        ids: list[int] = []
        for start in ranges:
            ids += self._reader.column(
                "SELECT id FROM (SELECT id, name_key FROM speaker_names WHERE name_key >= ? AND name_key < ? "
                f"LIMIT {4 * _MOST_READ}) AS names WHERE {condition} LIMIT {_MOST}",
                (start, start + _AFTER_ALL, value),
            )
        return ids

    def _where(self, condition: str, value: str) -> list[int]:
        return self._reader.column(f"SELECT id FROM speaker_names WHERE {condition} LIMIT {_MOST}", (value,))

    # --- words that are alike --------------------------------------------------------------------------------

    def _words_like(self, word: str, printed: str) -> tuple[str, ...]:
        """The words of keys that are like a word, itself among them where it is one; and what looks like it as printed."""
        if (word, printed) not in self._alike:
            self._alike[word, printed] = tuple(dict.fromkeys(self._likely(word, printed)))
        return self._alike[word, printed]

    def _likely(self, word: str, printed: str) -> Iterable[str]:
        if self._reader.value(
            "SELECT EXISTS (SELECT 1 FROM speaker_names_fts WHERE speaker_names_fts MATCH ?)",
            (f"name_key : {_quoted(word)}",),
        ):
            yield word
        looks = look(printed) if printed and not word.isalpha() else ""
        if looks:
            for first in {looks[:1], *_TAKEN_FOR.get(looks[:1], "")}:
                yield from [other for other in self._starting(first) if look(other) == looks]
        if len(word) <= SHORT:
            return
        from rapidfuzz import fuzz, process

        every = self._starting(word[:1]) or {
            *self._starting(word[:3]), *self._starting(word[:2]), *self._starting(word[1:3])
        }  # fmt: skip
        alike = process.extract(word, [*every], scorer=fuzz.ratio, score_cutoff=WORD_ALIKE, limit=_MOST_ALIKE)
        yield from (other for other, _, _ in alike)

    def _starting(self, letters: str) -> list[str]:
        """The words that begin so; none where they are too many to be read."""
        from onrecord.db import fulltext

        most = min(_WORDS_READ, self._left)
        words = fulltext.words_between(
            self._reader.connection, fulltext.NAMES, letters, letters + _AFTER_ALL, most + 1
        )
        self._left -= min(len(words), most)
        return words if len(words) <= most else []

    # --- Korean ----------------------------------------------------------------------------------------------

    def _korean(self, name: str, words: Sequence[str]) -> Iterable[int]:
        """Names in Latin letters that may be one in Hangul, and the other way about."""
        if hangul.is_name(name):
            families = " OR ".join(map(_quoted, hangul.written_families(name)))
            rows = self._reader.rows(
                "SELECT id, name FROM speaker_names WHERE id IN (SELECT rowid FROM speaker_names_fts "
                f"WHERE speaker_names_fts MATCH ? LIMIT {_MOST_READ})",
                (f"name : ({families})",),
            )
            return [row for row, latin in rows if hangul.may_be_written(name, latin)]
        if not 1 < len(words) < 5 or not name.isascii():
            return ()
        from onrecord.db import fulltext

        first, last = hangul.SYLLABLES
        if not fulltext.words_between(self._reader.connection, fulltext.NAMES, first, last, 1):
            return ()
        firsts = {words[0][0], words[-1][0]}
        rows = self._reader.rows(
            "SELECT id, name FROM speaker_names WHERE name BETWEEN ? AND ?", (first, last)
        )
        return [
            row
            for row, korean in rows
            if hangul.is_name(korean)
            and not firsts.isdisjoint({written[0] for written in hangul.written_families(korean)})
        ][:_MOST]


# How kings, popes and divisions are counted, as their keys have it.
_NUMBERS = (
    *map(str, range(1, 31)),
    *"i ii iii iv v vi vii viii ix xi xii xiii xiv xv xvi xvii xviii".split(),
)
_SMALL = frozenset("of the and for in de la du des der die das und et y".split())


def _printed(name: str, words: Sequence[str]) -> list[tuple[str, str]]:
    """Each word with what was printed for it, so far as that can be told."""
    parts = name.split()
    if len(parts) == len(words):
        return list(zip(words, parts, strict=True))
    return [(word, "") for word in words]


def _quoted(word: str) -> str:
    return f'"{word}"'


def _any(words: Iterable[str]) -> str:
    return f"({' OR '.join(map(_quoted, words))})"
