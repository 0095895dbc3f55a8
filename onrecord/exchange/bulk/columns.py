"""Columns of tables that other programs wrote: what stands between the cells, and which column says what.

A heading that names the fields is taken as it stands. Others are known by usual names in several languages, which is said,
or somebody says what they mean (`--map text=Zitat`).
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from onrecord.errors import UsageError
from onrecord.text.clean import one_line

# The fields that a column may be: those of `statements`, the names of `export --format table`, and a page by its number.
FIELDS = (
    "text", "speaker", "source", "url", "said", "language", "form", "polarity", "kind", "cue", "prefix", "suffix", "locator",
    "locator_label", "page", "tags", "wikidata_id", "source_title", "container_title", "issued", "source_type",
)  # fmt: skip
# As `export --format table` calls them.
OTHER_NAMES = {"title": "source_title", "container": "container_title"}
# Names that only onrecord's own lines and tables have together: in these nothing is guessed ("medium" is no newspaper there).
_OURS = {"key", "occasion"}
_NAMED = 20
_BETWEEN = (",", ";", "\t")

# Folded: without case, accents and signs.
_USUAL: Mapping[str, str] = {
    name: field
    for field, names in {
        "text": "quote quotation wording zitat wortlaut aussage citation propos verbatim cita frase declaracion citazione citaat",
        "speaker": "name who author person sprecher sprecherin person wer urheber nom orateur oratrice locuteur auteur qui "
        "nombre hablante orador autor quien portavoz oratore spreker nome",
        "source": "sourcekey citekey quelle fuente fonte bron",
        "url": "link address weblink adresse lien enlace direccion indirizzo",
        "said": "date saidon datum gesagtam date dateedito fecha data",
        "language": "lang sprache langue idioma lengua lingua taal",
        "page": "seite pagina seitenzahl",
        "tags": "tag schlagworte schlagwort stichworte etiquettes motscles etiquetas",
        "source_title": "sourcetitle headline titel titre titulo titolo uberschrift",
        "container_title": "containertitle sourcename medium publication newspaper zeitung zeitschrift journal medio periodico diario testata krant",
        "issued": "published erschienen veroffentlicht publie publicado",
    }.items()
    for name in names.split()
}


def folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def asked(typed: Iterable[str]) -> dict[str, str]:
    """What somebody said of columns ("text=Zitat,speaker=Name"): fields by names of columns. UsageError: it cannot be so."""
    columns_asked: dict[str, str] = {}
    for pair in next(csv.reader([",".join(typed)]), []):
        field, equals, column = pair.partition("=")
        field, column = field.strip(), column.strip()
        field = OTHER_NAMES.get(field, field)
        if not equals or not column:
            raise UsageError(
                f"A column is given as FIELD=COLUMN, such as text=Zitat: {one_line(pair)[:60]!r} is not so."
            )
        if field not in FIELDS:
            raise UsageError(
                f"There is no field {one_line(field)[:60]!r}.{_meant(field)} Fields: {', '.join(FIELDS)}."
            )
        if field in columns_asked.values() or column in columns_asked:
            raise UsageError(f"{one_line(pair)[:60]!r} and something else are said of the same column.")
        columns_asked[column] = field
    return columns_asked


def _meant(field: str) -> str:
    """ " Did you mean said?", where it is a usual name of a field, or nearly one; else nothing."""
    if (usual := _USUAL.get(folded(field))) == "said":
        return " Did you mean said (when it was said) or issued (when its source appeared)?"
    import difflib  # for whoever mistyped

    near = [usual] if usual else difflib.get_close_matches(field, FIELDS, n=1)
    return f" Did you mean {near[0]}?" if near else ""


def heading(columns: Sequence[str], mapping: Mapping[str, str]) -> tuple[list[str], list[tuple[str, str]]]:
    """The columns as fields, and which of these were told by their usual names: (column, field) pairs.

    UsageError: `mapping` names a column that is not there.
    """
    plain = [column.strip() for column in columns]
    if missing := [one for one in mapping if one not in plain]:
        named = ", ".join(one_line(one)[:40] for one in plain if one)
        raise UsageError(f"There is no column {one_line(missing[0])[:60]!r}. Columns: {named}.")
    fields = [mapping.get(one, one) for one in plain]
    # A column that somebody did not mean keeps out of the way of one that was.
    fields = [
        "" if one in mapping.values() and plain[index] not in mapping else one
        for index, one in enumerate(fields)
    ]
    known = {OTHER_NAMES.get(one, one) for one in fields}
    guessed: list[tuple[str, str]] = []
    if known >= _OURS:
        return fields, guessed
    for index, one in enumerate(fields):
        field = _USUAL.get(folded(one)) if one and one not in FIELDS and one not in OTHER_NAMES else None
        if one and folded(one) in FIELDS and one not in FIELDS:
            field = folded(one)
        if field and field not in known and plain[index] not in mapping:
            fields[index] = field
            known.add(field)
            guessed.append((plain[index], field))
    return fields, guessed


def are_of_statements(fields: Iterable[str]) -> bool:
    """Whether these say what was said, and where."""
    known = {OTHER_NAMES.get(name, name) for name in fields}
    return "text" in known and not known.isdisjoint({"source", "url", "source_title"})


def divided(first: str, mapping: Mapping[str, str]) -> str:
    """What stands between the cells, as the heading tells: the sign with which it names most fields, else most columns."""

    def score(sign: str) -> tuple[int, int]:
        try:
            columns = next(csv.reader([first], delimiter=sign), [])
        except csv.Error:
            columns = []
        plain = [column.strip() for column in columns]
        known = sum(
            one in mapping or one in FIELDS or one in OTHER_NAMES or folded(one) in _USUAL for one in plain
        )
        return known, len(plain)

    return max(_BETWEEN, key=score)


def stated(first: str) -> str | None:
    """The sign that Excel states in a line of its own before the heading ("sep=;"); None where the line is another."""
    plain = first.strip("\ufeff\r\n\"' ")
    return (
        plain[4]
        if len(plain) == 5 and plain[:4].lower() == "sep="
        else "\t"
        if first.strip("\ufeff\r\n") == "sep=\t"
        else None
    )


def said_of(guessed: Sequence[tuple[str, str]], what: str = "columns") -> str:
    """A sentence on columns (or the fields of lines) that were told by their usual names."""
    told = ", ".join(f"“{one_line(column)[:40]}” as {field}" for column, field in guessed)
    return f"{what} read by their usual names: {told}. Others can be mapped, such as {guessed[0][1]}={one_line(guessed[0][0])[:40]}"


def said_unread(unread: Sequence[str], what: str = "columns") -> str:
    """A sentence on columns (or the fields of lines) that say nothing here."""
    named = ", ".join(f"“{one_line(name)[:40]}”" for name in unread[:_NAMED])
    return f"{what} that are not read: {named}{' …' if len(unread) > _NAMED else ''}"
