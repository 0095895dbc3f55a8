"""A draft that the command line names, and the bibliography of what it cites."""

from __future__ import annotations

from onrecord.cli.options import shell_word
from onrecord.cli.output import remark
from onrecord.cli.streams import standard_input
from onrecord.text.clean import one_line
from onrecord.text.unread import unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reader import Reader
    from onrecord.drafts.references import Found


def read(typed: str) -> str:
    """The draft in FILE, or on standard input for -. InputError: it cannot be read."""
    from pathlib import Path

    from onrecord.drafts.keys import LONGEST
    from onrecord.ingest.decode import only_utf8

    name = one_line(typed)
    try:
        with standard_input() if typed == "-" else Path(typed).open("rb") as file:
            data = file.read(4 * LONGEST + 1)
    except (OSError, ValueError) as error:
        raise unread(typed, error) from None
    return only_utf8(data, name=name)


def cited(reader: Reader, file: str) -> tuple[Found, str]:
    """What the draft cites, and its text."""
    from onrecord.cli.progress import waiting
    from onrecord.drafts import bibliography

    draft = read(file)
    with waiting("Looking for citations …"):
        name = "Standard input" if file == "-" else one_line(file)
        return bibliography.cited_in(reader, draft, name=name), draft


def foretold(reader: Reader, text: str, file: str) -> str:
    """What `check` would find wrong in the draft, in a line; "" where it would find nothing."""
    from onrecord.check import reading
    from onrecord.check.judge import check
    from onrecord.check.verdict import Kind
    from onrecord.cli.plain import hushed
    from onrecord.cli.progress import waiting

    if hushed():
        return ""
    with waiting("Checking the quotations …"):
        counts = check(reader, reading.of_text(text, file)).counts()
    told = [f"{number} {Kind(kind).label}" for kind, number in counts.items() if kind != Kind.verified]
    if not told:
        return ""
    name = "the draft" if file == "-" else shell_word(file)
    how = f": onrecord check {name}" if file != "-" else ""
    return f"check would find {', '.join(told)}{how}"


def tell(cited_keys: Found) -> None:
    """Says what was left out."""
    for unknown in cited_keys.unknown:
        remark(f"Left out: {unknown}")
