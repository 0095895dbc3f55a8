"""REFI-QDA projects (1.0 and 1.5; ATLAS.ti, MAXQDA, NVivo, QualCoder …): what was coded in a text, with its codes as tags.

A project is a zip archive with `project.qde` and the texts in `sources/`; a codebook (.qdc) has codes alone.
https://www.qdasoftware.org
"""

import io
import posixpath
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.entries import Entry, Noted, QuoteEntry, Refused, SourceEntry
from onrecord.ingest.xml import parsed
from onrecord.ingest.zipped import Archive, unzipped
from onrecord.text.clean import one_line
from onrecord.text.locators import Paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

# Its tree takes ten times as much.
_LARGEST = 16 << 20
_SPACES = (b"urn:QDA-XML:project:1.0", b"urn:QDA-XML:codebook:1.0")
_PROJECT = "project.qde"
_INSIDE = "internal://"
_AROUND = 40
_MOST_CODES = 100_000


def looks_like(head: bytes) -> bool:
    """Whether it is a project, packed or not, or a codebook."""
    return (head.startswith(b"PK\x03\x04") and _PROJECT.encode() in head) or any(
        one in head for one in _SPACES
    )


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A quotation a coded stretch of a text. InputError: it is no project, damaged, or a codebook alone."""
    shown = one_line(name)
    begins = stream.read(4)
    stream.seek(0)
    if begins.startswith(b"PK"):
        with unzipped(stream, name, "a REFI-QDA project") as archive:
            source = archive.part(_PROJECT)
            if source is None:
                raise InputError(f"{shown} is a zip archive without {_PROJECT}, and not a REFI-QDA project.")
            if len(source) > _LARGEST:
                raise InputError(
                    f"{shown} holds a project of more than {_LARGEST >> 20} MiB. Export a part of it."
                )
            yield from _Project(parsed(source, name=shown, doctype=False), archive, shown).entries()
        return
    source = stream.read(_LARGEST + 1)
    if len(source) > _LARGEST:
        raise InputError(f"{shown} is larger than {_LARGEST >> 20} MiB. Split it.")
    root = parsed(source, name=shown, doctype=False)
    if _kind(root) == "CodeBook":
        codes = sum(1 for _ in root.iter("{*}Code"))
        raise InputError(
            f"{shown} is a codebook with {codes:,} codes and without quotations: give the project (.qdpx)."
        )
    if _kind(root) != "Project":
        raise InputError(f"{shown} is not a REFI-QDA project.")
    yield from _Project(root, None, shown).entries()


def _kind(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


class _Project:
    def __init__(self, root: "_Element", archive: Archive | None, name: str) -> None:
        self._root, self._archive, self._name = root, archive, name
        codes = list(root.iterfind("{*}CodeBook/{*}Codes//{*}Code"))[:_MOST_CODES]
        self._codes = {code.get("guid", "").lower(): code.get("name", "") for code in codes}
        self._notes = {one.get("guid", "").lower(): one for one in root.iterfind("{*}Notes/{*}Note")}

    def entries(self) -> Iterator[Entry]:
        holder = self._root.find("{*}Sources")
        sources = [] if holder is None else [one for one in holder if isinstance(one.tag, str)]
        if not sources:
            raise InputError(f"{self._name} is a REFI-QDA project without sources.")
        for number, source in enumerate(sources, 1):
            called = source.get("name") or f"source {number}"
            work = SourceEntry(where=f"source {number}", csl={"type": _type(source), "title": called})
            yield work
            for holder in (source, *source.iter("{*}Representation", "{*}Transcript")):
                yield from self._of(holder, work)
            for kind in ("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection"):
                for marked in source.iter(f"{{*}}{kind}"):
                    yield Refused(
                        where=f"{work.where}, {_called(marked)}",
                        reason="It marks a place and not its words.",
                        kept={"source": called, "codes": list(self._tags(marked))},
                    )

    def _of(self, holder: "_Element", work: SourceEntry) -> Iterator[Entry]:
        """The quotations of a text: of a source itself, or of what stands for a picture, a page or a recording."""
        plain = list(holder.iterchildren("{*}PlainTextSelection"))
        times = {one.get("guid", "").lower(): one for one in holder.iterchildren("{*}SyncPoint")}
        timed = list(holder.iterchildren("{*}TranscriptSelection"))
        if not plain and not timed:
            return
        text = self._text(holder)
        if text is None:
            yield Refused(
                where=work.where,
                reason=f"Its text is not in the project, so {len(plain) + len(timed)} coded stretches are without words.",
                kept=dict(work.csl),
            )
            return
        cut, counted = _counting(text, plain)
        paragraphs = Paragraphs(text)
        if counted:
            yield Noted(where=work.where, reason=counted)
        for selection in plain:
            yield self._quote(
                selection,
                work,
                text,
                paragraphs,
                cut(_number(selection.get("startPosition")), _number(selection.get("endPosition"))),
                None,
            )
        for selection in timed:
            points = [times.get(selection.get(f"{end}SyncPoint", "").lower()) for end in ("from", "to")]
            first, last = (_number(point.get("position")) if point is not None else -1 for point in points)
            begins = _number(points[0].get("timeStamp")) if points[0] is not None else -1
            yield self._quote(
                selection, work, text, paragraphs, cut(first, last), begins if begins >= 0 else None
            )

    def _quote(
        self,
        marked: "_Element",
        work: SourceEntry,
        text: str,
        paragraphs: Paragraphs,
        place: tuple[int, int] | None,
        milliseconds: int | None,
    ) -> Entry:
        where = f"{work.where}, {_called(marked)}"
        if place is None or not text[place[0] : place[1]].strip():
            return Refused(
                where=where, reason="Its place is not in the text.", kept={"source": str(work.csl["title"])}
            )
        start, end = place
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        label, value = ("paragraph", str(paragraphs.number_at(start)))
        if milliseconds is not None:
            label, value = "timestamp", _time(milliseconds // 1000)
        remarks = [one.text for one in marked.iterchildren("{*}Description") if one.text and one.text.strip()]
        for reference in marked.iter("{*}NoteRef"):
            note = self._notes.get(reference.get("targetGUID", "").lower())
            if note is not None and (said := self._text(note)) and said.strip():
                remarks.append(said)
        return QuoteEntry(
            where=where,
            text=text[start:end],
            source=work,
            prefix=text[max(0, start - _AROUND) : start] or None,
            suffix=text[end : end + _AROUND] or None,
            locator_label=label,
            locator=value,
            tags=self._tags(marked),
            note="\n".join(remark.strip() for remark in remarks) or None,
        )

    def _tags(self, marked: "_Element") -> tuple[str, ...]:
        names = (
            self._codes.get(one.get("targetGUID", "").lower(), "")
            for one in marked.iterfind("{*}Coding/{*}CodeRef")
        )
        return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))

    def _text(self, holder: "_Element") -> str | None:
        """The plain text that positions count in, with its own line ends; None where it is not there."""
        inline = holder.find("{*}PlainTextContent")
        if inline is not None:
            return "".join(map(str, inline.itertext()))
        path = holder.get("plainTextPath") or ""
        if self._archive is None or not path.startswith(_INSIDE):
            return None
        wanted = posixpath.basename(path.removeprefix(_INSIDE).replace("\\", "/"))
        for folder in ("sources", "Sources", ""):
            source = self._archive.part(posixpath.join(folder, wanted))
            if source is not None:
                encoding = "utf-16" if source.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
                return io.TextIOWrapper(io.BytesIO(source), encoding, "replace", newline="").read()
        return None


_Cut = Callable[[int, int], "tuple[int, int] | None"]


def _counting(text: str, marked: "list[_Element]") -> tuple[_Cut, str | None]:
    """How positions are counted, told by the selections whose names begin with their words; and what to say of it.

    Code points, as the standard has it; NVivo counts UTF-16, and others one for the two characters of a line end.
    """
    units = [index for index, one in enumerate(text) if one > "\uffff"]
    ends = [index for index, one in enumerate(text) if one == "\r" and text[index + 1 : index + 2] == "\n"]
    ways: list[tuple[_Cut, str | None]] = [(_cut(text, lambda index: index), None)]
    if units:
        before = _Shift(units, -1)
        ways.append((_cut(text, before), "its positions count UTF-16, and were read so"))
    if ends:
        after = _Shift(ends, 1)
        ways.append((_cut(text, after), "its positions count a line end as one, and were read so"))
    if len(ways) == 1:
        return ways[0]

    def right(cut: _Cut) -> int:
        right_ones = 0
        for one in marked[:1000]:
            named = " ".join((one.get("name") or "").rstrip(".…").split())
            at = cut(_number(one.get("startPosition")), _number(one.get("endPosition")))
            right_ones += bool(named and at and " ".join(text[at[0] : at[1]].split()).startswith(named))
        return right_ones

    scores = [right(cut) for cut, _ in ways]
    return ways[scores.index(max(scores))]


class _Shift:
    """From counted positions to code points, where the characters at `places` count one more (-1) or one less (1)."""

    def __init__(self, places: list[int], by: int) -> None:
        self._counted = [place - number * by for number, place in enumerate(places)]
        self._by = by

    def __call__(self, index: int) -> int:
        from bisect import bisect_left

        return index + self._by * bisect_left(self._counted, index)


def _cut(text: str, to: Callable[[int], int]) -> _Cut:
    def cut(start: int, end: int) -> tuple[int, int] | None:
        if start < 0 or end <= start:
            return None
        first, last = to(start), to(end)
        return (first, last) if 0 <= first < last <= len(text) else None

    return cut


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 12 else -1


def _time(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _called(marked: "_Element") -> str:
    return f"{_kind(marked)} {one_line(marked.get('name') or marked.get('guid') or '')[:40]}".strip()


def _type(source: "_Element") -> str:
    return {"AudioSource": "interview", "VideoSource": "motion_picture", "PictureSource": "graphic"}.get(
        _kind(source), "document"
    )
