"""A query made ready for SQLite: what its words stand for, and the conditions that its hits must meet.

A term is found in the wording, in a name of the speaker or of a relay, or in the source; all terms must be found, each
wherever it is. Each of those ways is a set of attributions reached through an index, the sets of a term are united,
those of the terms intersected. A wording is that of the statement, which counts for all its attributions, or the own one
of a single attribution, which counts for that alone.
"""

from __future__ import annotations

from onrecord.db.reader import Reader
from onrecord.model.record import record
from onrecord.search.filters import Conditions, Restriction
from onrecord.search.forms import DEFAULT, language_of
from onrecord.search.names import Widened, tags_by_language, widen
from onrecord.search.query import Query, Term, fts
from onrecord.search.together import CLAUSE, MATCH, Together, expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@record()
class Plan:
    """A query made ready: its SQL parts, and what is to be highlighted.

    `worded`: some attributions have a wording of their own. `together` answers where one
    expression says all words; else None.
    """

    clauses: tuple[str, ...]
    parameters: dict[str, object]
    spellings: tuple[Term, ...]
    forms: Mapping[str, tuple[Term, ...]]
    wanted: tuple[tuple[Term, Widened], ...]
    unwanted: tuple[tuple[Term, Widened], ...]
    restrictions: tuple[Restriction, ...] | None
    worded: bool
    together: Together | None

    @property
    def scored(self) -> tuple[Term, ...]:
        """What counts for the score: every spelling and form once."""
        counted: list[Term] = []
        for _, widened in self.wanted:
            counted += widened.spellings
            for several in widened.forms.values():
                counted += several
        return tuple({fts(one): one for one in counted}.values())

    @property
    def is_plain(self) -> bool:
        """Whether every wording that counts for the score is found: one term alone, without filters."""
        alone = len(self.clauses) == len(self.wanted) == 1
        return alone and (not self.forms or set(self.forms) == {DEFAULT})

    def marked(self, language: str | None) -> tuple[Term, ...]:
        """What is to be highlighted in a wording whose language has this tag."""
        return (*self.spellings, *self.forms.get(language_of(language) or "", ()))


def plan(
    reader: Reader, query: Query, narrowed: Conditions, known: Mapping[Term, Widened] | None = None
) -> Plan:
    """Looks up what the terms stand for, but of those `known`, and puts the conditions together."""
    clauses, parameters = list(narrowed.clauses), dict(narrowed.parameters)
    spellings: list[Term] = []
    forms: dict[str, tuple[Term, ...]] = {}
    known = known or {}
    wanted = tuple((term, known.get(term) or widen(reader, term)) for term in query.wanted)
    unwanted = tuple((term, widen(reader, term)) for term in query.unwanted)
    for _, widened in wanted:
        spellings += widened.spellings
        for language, several in widened.forms.items():
            forms[language] = (*forms.get(language, ()), *several)
    together = expression(reader, wanted)
    if together is None:
        for number, (term, widened) in enumerate(wanted):
            ways = [
                *_said(reader, term, widened, f"w{number}", parameters),
                *_in_source(term, f"w{number}", parameters),
            ]
            clauses.append(f"a.id IN ({' UNION '.join(ways)})")
    for number, (term, widened) in enumerate(unwanted):
        # The source's title says what all its quotations are about: it excludes none of them.
        ways = _said(reader, term, widened, f"u{number}", parameters)
        clauses.append(f"a.id NOT IN ({' UNION '.join(ways)})")
    narrowed_by = tuple(clauses)
    if together is not None:
        clauses.append(CLAUSE)
        parameters[MATCH] = together
    fields = [one.field for one in narrowed.restrictions or ()]
    made = Plan(
        tuple(clauses),
        parameters,
        tuple(dict.fromkeys(spellings)),
        forms,
        wanted,
        unwanted,
        None if narrowed.restrictions is None else tuple(narrowed.restrictions),
        bool(reader.value("SELECT EXISTS (SELECT 1 FROM attributions WHERE wording IS NOT NULL)")),
        None if together is None else Together(reader, narrowed_by, fields, parameters),
    )
    parameters["any_wording"] = " OR ".join(map(fts, made.scored))
    return made


def _said(
    reader: Reader, term: Term, widened: Widened, name: str, parameters: dict[str, object]
) -> list[str]:
    """The attributions with a term in the wording, or in a name of who said it or passed it on."""
    alone = (
        len(widened.forms) == 1 and DEFAULT in widened.forms
    )  # then there is no other language to keep apart
    everywhere = (*widened.spellings, *(widened.forms[DEFAULT] if alone else ()))
    parameters[f"{name}_wording"] = " OR ".join(fts(one) for one in everywhere)
    inside = f"SELECT rowid FROM statements_fts WHERE statements_fts MATCH :{name}_wording"
    ways = [
        f"SELECT id FROM attributions WHERE statement_id IN ({inside})",
        f"SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH :{name}_wording",
    ]
    if not alone:
        ways += _in_language(reader, widened, name, parameters)
    if term.inside:
        parameters |= {f"{name}_inside": term.text, f"{name}_typed": term.unfolded}
        held = f"SELECT id FROM statements WHERE {_holds('text', name)}"
        ways.append(f"SELECT id FROM attributions WHERE statement_id IN ({held})")
        ways.append(f"SELECT id FROM attributions WHERE {_holds('wording', name)}")
    if widened.speaker_ids:
        ids = ", ".join(map(str, widened.speaker_ids))
        ways.append(f"SELECT id FROM attributions WHERE speaker_id IN ({ids})")
        ways.append(f"SELECT attribution_id FROM relays WHERE speaker_id IN ({ids})")
    return ways


def _in_language(reader: Reader, widened: Widened, name: str, parameters: dict[str, object]) -> Iterator[str]:
    """The attributions of wordings with another form of a word, in the language that has this form."""
    for language, tags in tags_by_language(reader).items() if widened.forms else ():
        if not widened.forms[language]:
            continue
        parameters[f"{name}_{language}"] = " OR ".join(fts(one) for one in widened.forms[language])
        codes = {f"{name}_{language}_{number}": tag for number, tag in enumerate(tags)}
        parameters.update(codes)
        unknown = "OR coalesce(given.language, origin.language) IS NULL" if language == DEFAULT else ""
        for column, index in (("statement_id", "statements_fts"), ("id", "attributions_fts")):
            yield (
                "SELECT given.id FROM attributions AS given "
                f"JOIN sources AS origin ON origin.id = given.source_id WHERE given.{column} IN "
                f"(SELECT rowid FROM {index} WHERE {index} MATCH :{name}_{language}) AND "
                f"(coalesce(given.language, origin.language) IN ({', '.join(f':{code}' for code in codes)}) {unknown})"
            )


def _in_source(term: Term, name: str, parameters: dict[str, object]) -> list[str]:
    """The attributions in a source that has a term in its title or container, or as its citekey."""
    parameters[f"{name}_source"] = fts(term)
    parameters[f"{name}_citekey"] = "-".join(term.words)
    titled = f"SELECT rowid FROM sources_fts WHERE sources_fts MATCH :{name}_source"
    found = [
        titled,
        f"SELECT id FROM sources WHERE citekey = :{name}_citekey",
        f"SELECT source_id FROM citekey_aliases WHERE citekey = :{name}_citekey",
    ]
    if term.inside:
        parameters |= {f"{name}_inside": term.text, f"{name}_typed": term.unfolded}
        found += [
            f"SELECT id FROM sources WHERE {_holds(column, name)}" for column in ("title", "container_title")
        ]
    return [f"SELECT id FROM attributions WHERE source_id IN ({' UNION '.join(found)})"]


def _holds(column: str, name: str) -> str:
    """Whether letters stand somewhere in a column: folded, or between the very signs that were typed."""
    return f"(instr(coalesce({column}_folded, {column}), :{name}_inside) OR instr({column}, :{name}_typed))"


def where(clauses: Sequence[str]) -> str:
    """All conditions of a plan as one."""
    return " AND ".join(f"({clause})" for clause in clauses) or "1 = 1"
