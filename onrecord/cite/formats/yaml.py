"""CSL-YAML as pandoc reads it: the items of CSL-JSON under `references`.

Every scalar is double-quoted, where JSON and YAML 1.2 escape alike, so no value is taken for a date, a number, a
boolean or an alias. Pandoc reads the words in such a file as Markdown; they are escaped for it.
"""

import json
from collections.abc import Iterable, Iterator

from onrecord.cite.by_source import Work
from onrecord.cite.csljson import item
from onrecord.cite.markup import plain_markdown
from onrecord.model.records import Json
from onrecord.text.markup import dressed

# Read as they are: pandoc makes addresses of them, not text.
_VERBATIM = frozenset(("id", "type", "URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "language"))

_TITLE_MARKS = {
    "i": ("*", "*"), "b": ("**", "**"), "sub": ("~", "~"), "sup": ("^", "^"),
    "sc": ("[", "]{.smallcaps}"), "u": ("[", "]{.underline}"),
}  # fmt: skip


def write(works: Iterable[Work]) -> Iterator[str]:
    """A metadata block, piece by piece: joined, the pieces are the file without its last line end."""
    yield "---\nreferences:\n"
    for work in works:
        # `custom` is for programs, which read CSL-JSON; what is in doubt stands in `note`.
        kept = {name: value for name, value in item(work).items() if name != "custom"}
        yield "".join(f"{line}\n" for line in _mapping(kept, "  "))
    yield "..."


def _mapping(values: Json, indent: str) -> Iterator[str]:
    """A mapping as an element of a list."""
    start = f"{indent}- "
    for name, value in values.items():
        for line in _member(name, value, f"{indent}  "):
            yield start + line[len(start) :] if start.strip() else line
            start = ""


def _member(name: str, value: object, indent: str) -> Iterator[str]:
    head = f"{indent}{name if name.replace('-', '').isalnum() and name.isascii() else _quoted(name)}:"
    if isinstance(value, dict):
        yield head
        for inner, one in value.items():
            yield from _member(inner, one, f"{indent}  ")
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield head
        for one in value:
            yield from _mapping(one, indent)
    elif isinstance(value, list):
        yield f"{head} {json.dumps(value, ensure_ascii=True)}"
    elif isinstance(value, str):
        yield f"{head} {_quoted(_written(name, value))}"
    else:
        yield f"{head} {json.dumps(value)}"


def _written(name: str, value: str) -> str:
    if name in _VERBATIM:
        return value
    return dressed(value, plain_markdown, _TITLE_MARKS) if "title" in name else plain_markdown(value)


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    # Not printable to YAML (section 5.1), or a line end to some readers.
    return "".join(f"\\u{ord(one):04x}" if one in "\ufeff\u2028\u2029\x7f\x85" else one for one in written)
