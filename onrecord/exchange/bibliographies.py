"""Everything that is selected as records for reference managers: a record a source, with its quotations in it."""

from __future__ import annotations

from functools import partial

from onrecord import cite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from onrecord.exchange.selection import Selection, Writer


def _write(selection: Selection, out: BinaryIO, *, format: str) -> None:
    works = (cite.Work(source, tuple(quotes)) for source, quotes in selection.by_source())
    out.writelines(piece.encode() for piece in cite.records(works, format))
    out.write(b"\n")


bibtex: Writer = partial(_write, format="bibtex")
biblatex: Writer = partial(_write, format="biblatex")
ris: Writer = partial(_write, format="ris")
csljson: Writer = partial(_write, format="csljson")
yaml: Writer = partial(_write, format="yaml")
