"""Importing and exporting: from a file's name to its format, and through it into or out of the database."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from onrecord.errors import NO_NAME, ConflictError, Hint, InputError, UsageError
from onrecord.exchange.formats import HEAD, load, readable, to_read, to_write
from onrecord.exchange.formats import writer as writer_of
from onrecord.exchange.selection import Selection
from onrecord.outputs import target
from onrecord.outputs.file import put_new, written
from onrecord.outputs.guard import COMPANIONS, Guard
from onrecord.outputs.unfinished import beside
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import BinaryIO

    from onrecord.db.reader import Reader
    from onrecord.db.store import Store
    from onrecord.exchange.entries import Entry
    from onrecord.exchange.outcomes import Outcome
    from onrecord.formats import Format


def import_file(
    store: Store,
    file: str,
    standard_input: BinaryIO,
    *,
    format: str | None = None,
    by: str | None = None,
    citekey_format: str | None = None,
) -> Iterator[Outcome]:
    """Takes a file in (`-`: standard input), entry by entry; what became of each. Nothing known is changed.

    InputError: it cannot be read, nothing tells its format, or it is not of it. `by` says who, where neither a
    quotation nor its source does; `citekey_format` is a formula (`text.citekeys`) for sources without a usable key.
    """
    if citekey_format:
        from onrecord.text import citekeys

        citekeys.make(citekey_format, citekeys.Facts())  # what cannot be read is said before anything is done
    if not file:
        raise InputError(NO_NAME)
    folder = Path(file)
    if file != "-" and folder.is_dir():
        format_read = to_read(file, None, format)
        if not format_read.folder:
            raise UsageError(f"{file} is a folder, and {format_read.name} is read from a file.")
        reader = load(format_read.reader or "")
        if format_read.whole:
            yield from reader(store, folder)
        else:
            yield from _taken(store, reader(folder), file, by, citekey_format)
        return
    name = "standard input" if file == "-" else file
    from onrecord.exchange import files

    with files.opened(file, standard_input) as stream:
        head = stream.read(HEAD)
        stream.seek(0)
        format_read = to_read("" if file == "-" else _plain_name(file), head, format)
        if format_read.bulk:
            raise UsageError(f"Say what {name} holds.", hint=Hint("say_contents", format=format_read.name))
        if format_read.folder:
            raise UsageError(f"{format_read.name} is read from a folder.")
        reader = load(format_read.reader or "")
        if format_read.whole:
            yield from reader(store, stream, name)
        else:
            yield from _taken(store, reader(stream, name), file, by, citekey_format)


def bulk_format(file: str, format: str | None) -> Format | None:
    """The format of a file that is loaded line by line; None for all others. InputError: it cannot be read."""
    if Path(file).is_dir():
        return None
    if file == "-" or (Path(file).exists() and not Path(file).is_file()):
        # What comes through a pipe comes once: it cannot be looked at first.
        asked = next((one for one in readable() if one.name == (format or "").lower()), None)
        return asked if asked and asked.bulk else None
    from onrecord.exchange.bulk import packed

    with packed.opened(file, BytesIO()) as (stream, _, _):
        try:
            head = stream.read(HEAD)
        except (OSError, EOFError) as error:
            raise InputError(f"{one_line(file)} cannot be unpacked: {one_line(str(error))}.") from None
    found = to_read(_plain_name(file), head, format)
    if found.name == "statements" and _is_table(_plain_name(file), head):
        found = to_read(file, head, "statements-csv")
    return found if found.bulk else None


def _is_table(name: str, head: bytes) -> bool:
    """Whether a file of statements is a table, for whoever asked for `statements` and has one."""
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    from onrecord.exchange.bulk.cells import looks_like

    return name.lower().endswith((".csv", ".tsv")) or looks_like(head)


def _plain_name(file: str) -> str:
    """The name of a packed file as it was before it was packed."""
    return re.sub(r"\.(?:gz|bz2|zst|zstd)$", "", file, flags=re.IGNORECASE)


def _taken(
    store: Store, entries: Iterable[Entry], file: str, by: str | None, citekey_format: str | None
) -> Iterator[Outcome]:
    from onrecord.exchange.taking import Taker

    taker = Taker(store, file, by, citekey_format)
    for entry in entries:
        yield from taker.take(entry)


def export_format(path: str, format: str | None) -> Format:
    """The format to write; on standard output, where nothing was said, JSON Lines."""
    return to_write("" if path == "-" else path, format or ("jsonl" if path == "-" else None))


def export(
    reader: Reader,
    names: Sequence[str],
    path: str,
    standard_output: BinaryIO,
    *,
    format: str | None = None,
    force: bool = False,
) -> Format:
    """Writes what `names` name, or everything, to a file (`-`: standard output), whole or not at all.

    UsageError, ConflictError, NotFoundError and InputError as `to_write`, `outputs` and `Selection`.
    """
    source = reader
    guard = Guard(source.file())
    if path != "-":
        guard.refuse(path, but_flat_copies=True)
    format_written = export_format(path, format)
    if path != "-" and not format_written.database:
        guard.refuse(path)
    writer: Callable[..., None] = writer_of(format_written)
    if format_written.folder:
        if path == "-":
            raise UsageError(f"{format_written.name} is a folder of files.", hint=Hint("name_output"))
        from onrecord.outputs.folder import merged, place_of

        place_of(path)
        selection = Selection(source, names)
        with merged(path, force=force, guard=guard) as draft:
            writer(selection, draft)
        return format_written
    if format_written.database:
        _into_database(format_written, writer, Selection(source, names), path)
        return format_written
    if path == "-":
        writer(Selection(source, names), standard_output)
        standard_output.flush()
        return format_written
    target.of(path, guard, force=force)  # said before anything is looked up
    selection = Selection(source, names)
    with written(path, force=force, guard=guard) as out:
        writer(selection, out)
    return format_written


def _into_database(chosen: Format, writer: Callable[..., None], selection: Selection, path: str) -> None:
    """A copy that is there is brought up to date in place; a new one is whole or not there."""
    if path == "-":
        raise UsageError(f"{chosen.name} is a database file.", hint=Hint("name_output"))
    place = Path(path)
    if place.exists():
        if not place.is_file() or path.endswith("/"):
            raise ConflictError(f"{one_line(path)} is not a file that holds a database. Name one.")
        writer(selection, path)
        return
    if not place.parent.is_dir():
        raise InputError(
            f"{one_line(path)} cannot be written: there is no folder {one_line(str(place.parent))}."
        )
    draft = Path(beside(place.parent))
    try:
        draft.touch(exist_ok=False)
        writer(selection, str(draft))
        put_new(draft, place)
    except OSError as error:
        raise InputError(f"{one_line(path)} cannot be written: {error.strerror}.") from None
    finally:
        for end in ("", *COMPANIONS):
            Path(f"{draft}{end}").unlink(missing_ok=True)
