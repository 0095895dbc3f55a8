"""onrecord-pandoc: a filter between pandoc's reader and its writer, its JSON tree in and out."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from onrecord import __version__
from onrecord.errors import InputError, OnrecordError
from onrecord.model.records import Json

HELP = """\
Usage: pandoc --filter onrecord-pandoc DRAFT.md -o OUT.html

Puts quotations and citations of an onrecord database into a document:

  ::: {.quote key=k7xq2m}      a block quotation with its citation
  :::
  [k7xq2m]{.quote}             a quotation in a sentence, with its citation
  [@k7xq2m] [@smith-2023]      a citation of a statement, or of a source

In the metadata: onrecord-db (else ONRECORD_DB, the nearest onrecord.db, the setting database, your data folder), csl (a
style as pandoc takes it; else the setting style, else Chicago's author-date), onrecord-force: true (also what failed verification), onrecord-citeproc: false (leaves citations to
pandoc --citeproc, --biblatex or --natbib). Guide: docs/writing.md
"""
SECONDS = 300


def main() -> NoReturn:
    """Filters standard input; every error is one sentence on standard error, and exit code 1."""
    if sys.argv[1:] in (["--help"], ["-h"]):
        print(HELP, end="")
        sys.exit(0)
    if sys.argv[1:] == ["--version"]:
        print(f"onrecord-pandoc {__version__}")
        sys.exit(0)
    try:
        document = filtered(sys.stdin.buffer.read())
    except OnrecordError as error:
        from onrecord.cli.hints import told
        from onrecord.cli.output import for_stream

        message = told(error.message, error.hint)
        print(f"onrecord-pandoc: {for_stream(message, sys.stderr)}", file=sys.stderr)
        sys.exit(1)
    sys.stdout.buffer.write(document)
    sys.exit(0)


def filtered(data: bytes) -> bytes:
    """The document as JSON, with everything in it that it asks for."""
    from onrecord.cli.options import csl_style
    from onrecord.db import files
    from onrecord.db import reader as readers
    from onrecord.db.reports import explaining
    from onrecord.drafts import pandoc_filter

    document = _parsed(data)
    asked = pandoc_filter.options(document)
    file = os.path.expanduser(asked.database) if asked.database else None
    if settled := csl_style(file, ""):
        document = pandoc_filter.with_usual_style(document, settled)
        asked = pandoc_filter.options(document)
    path = files.locate(file, os.environ, os.getcwd())
    with explaining(path), readers.opened(path) as reader:
        made = pandoc_filter.filtered(reader, document, asked)
    _tell_alias(asked.style)
    return _with_citations(made) if asked.citeproc else json.dumps(made).encode()


def _tell_alias(style: str) -> None:
    from onrecord.cite.styles import meant

    if other := meant(style.removesuffix(".csl")):
        print(f"onrecord-pandoc: The style {style} is {other} here.", file=sys.stderr)


def _parsed(data: bytes) -> Json:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or not isinstance(document.get("blocks"), list):
        raise InputError(
            "Standard input is no document of pandoc's: run it as pandoc --filter onrecord-pandoc."
        )
    return document


def _with_citations(document: Json) -> bytes:
    """Citations and bibliography by the pandoc that runs the filter, so that a later --citeproc finds nothing to do."""
    command = [_pandoc(), "--from=json", "--to=json", "--citeproc"]
    try:
        done = subprocess.run(
            command, input=json.dumps(document).encode(), capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise InputError(
            f"pandoc could not make the citations ({error}): set onrecord-citeproc: false, and give --citeproc."
        ) from None
    sys.stderr.write(done.stderr.decode("utf-8", "replace"))
    if done.returncode != 0:
        raise InputError("pandoc could not make the citations; what it said stands above.")
    return json.dumps(_finished(json.loads(done.stdout))).encode()


def _finished(node: object) -> object:
    """Citations as the words they became."""
    match node:
        case {"t": "Cite", "c": [[*citations], [*shown]]}:
            keys = " ".join(
                str(citation.get("citationId")) for citation in citations if isinstance(citation, dict)
            )
            return {"t": "Span", "c": [["", ["citation"], [["cites", keys]]], _finished(shown)]}
        case dict():
            return {name: _finished(value) for name, value in node.items()}
        case list():
            return [_finished(one) for one in node]
    return node


def _pandoc() -> str:
    """The program that started this one, else the first on the path, else the one that came with onrecord."""
    try:
        parent = str(Path(f"/proc/{os.getppid()}/exe").readlink())
    except OSError:
        parent = ""
    if Path(parent).name.startswith("pandoc"):
        return parent
    from onrecord.pandoc import programs

    return shutil.which("pandoc") or next((program.path for program in programs()), "pandoc")
