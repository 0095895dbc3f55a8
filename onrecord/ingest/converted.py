"""Documents that pandoc reads, to text: notes at the end, struck text left out.

Pandoc is a process of its own that sees no file and no network, with bounded time and memory.
"""

import json
import re
import subprocess
from typing import Any

from onrecord import pandoc
from onrecord.errors import InputError
from onrecord.ingest.decode import Damage, decode
from onrecord.ingest.document import Author, Metadata, Reading
from onrecord.ingest.html import parsed_html
from onrecord.ingest.laid_out import Book, fit_for
from onrecord.ingest.metadata import primary_language
from onrecord.ingest.plain import in_one_line, stored_form
from onrecord.ingest.zipped import unzipped
from onrecord.text import dates
from onrecord.text.patterns import lazy

# In bytes: pandoc takes a hundred times as much memory as the text has.
_LARGEST = 5_000_000
_SECONDS = 60
# Seconds of processor time, and the bytes that take one on a slow computer.
_LEAST_PROCESSOR, _A_SECOND = 2, 50_000
_MEMORY = 1000
_CALLED = {
    "jats": "JATS", "docbook": "DocBook", "org": "Org", "asciidoc": "AsciiDoc", "textile": "Textile", "mediawiki": "MediaWiki",
    "pptx": "PowerPoint",
}  # fmt: skip
# The metadata come before the text, which holds no such line.
_TEMPLATE = "$meta-json$\n\ufdd2\n$body$\n"
_BETWEEN = "\n\ufdd2\n"
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}\?>")
_SLIDES = lazy(r"ppt/(?:slides|notesSlides)/[^/]+\.xml")


def read_converted(data: bytes, form: str, *, name: str, url: str | None) -> Reading:
    """The text of a document of a format that pandoc has the name `form` for.

    InputError: it is damaged, too large, or takes too long. OnrecordError: there is no pandoc.
    """
    called = _CALLED[form]
    damaged: tuple[Damage, ...] = ()
    notes: tuple[str, ...] = ()
    if form == "pptx":
        with unzipped(data, name, "a presentation") as archive:
            size = sum(len(archive.part(path) or b"") for path in archive.paths if _SLIDES.fullmatch(path))
        source = data
    else:
        decoded = decode(data, name=name, markup=form in ("jats", "docbook"))
        source = fit_for(stored_form(decoded.text)).replace("\ufdd2", "").encode()
        if form in ("jats", "docbook"):
            # The text is in UTF-8 now, whatever stood there.
            source = _DECLARED.sub(b"", source)
        size, damaged, notes = len(source), decoded.damaged, decoded.notes()
    if size > _LARGEST:
        raise InputError(f"{name} is {called} of more than {_LARGEST // 1_000_000} MB; split it.")
    markup, meta = _converted(source, form, called, name)
    book = Book()
    if "<" in markup:
        book.add(parsed_html(markup, name))
    text, _ = book.done()
    version = next((found for program in pandoc.programs() if (found := pandoc.version(program.path))), "")
    return Reading(text, f"pandoc {version}".strip(), _metadata(meta, url), notes=notes, damaged=damaged)


def markup_of(data: bytes, form: str, *, name: str) -> str:
    """A document that was read already as HTML."""
    decoded = decode(data, name=name, markup=form in ("jats", "docbook"))
    source = fit_for(stored_form(decoded.text)).encode()
    if form in ("jats", "docbook"):
        source = _DECLARED.sub(b"", source)
    return _converted(source, form, _CALLED[form], name)[0]


def _converted(source: bytes, form: str, called: str, name: str) -> tuple[str, dict[str, Any]]:
    try:
        done = pandoc.run(
            [f"--from={form}", "--to=html", "--wrap=none", "--template=words.html", "--mathml"],
            source,
            seconds=_SECONDS,
            files={"words.html": _TEMPLATE},
            memory=_MEMORY,
            processor=_LEAST_PROCESSOR + len(source) // _A_SECOND,
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"{name} takes pandoc too long; split it.") from None
    if done.returncode != 0:
        if b"eap exhausted" in done.stderr or b"tack overflow" in done.stderr:
            raise InputError(f"{name} takes pandoc more than {_MEMORY} MB of memory; split it.")
        raise InputError(
            f"{name} is {called} that pandoc cannot read; open it where it was made, and save it again."
        )
    stated, _, markup = done.stdout.decode("utf-8", "replace").partition(_BETWEEN)
    try:
        meta = json.loads(stated)
    except ValueError:
        meta = {}
    return markup, meta if isinstance(meta, dict) else {}


def _metadata(meta: dict[str, Any], url: str | None) -> Metadata:
    def told(key: str) -> list[str]:
        value = meta.get(key)
        several = value if isinstance(value, list) else [value]
        words = (one.get("name") if isinstance(one, dict) else one for one in several)
        return [line for word in words if isinstance(word, str) and (line := in_one_line(_plain(word)))]

    issued = next((day for one in told("date") if (day := dates.of_edtf(one)) and "/" not in day), None)
    return Metadata(
        title=next(iter(told("title")), None),
        authors=tuple(Author(one) for one in told("author")),
        issued=issued,
        language=primary_language(next(iter(told("lang")), "")),
        url=url,
    )


def _plain(markup: str) -> str:
    from onrecord.ingest.html import plain_text

    return plain_text(markup) if "<" in markup or "&" in markup else markup
