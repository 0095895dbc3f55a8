"""Statements and sources as resources: onrecord://statement/KEY, onrecord://source/CITEKEY."""

from __future__ import annotations

from urllib.parse import quote, unquote

from onrecord.db import reader as readers
from onrecord.db.reports import explaining
from onrecord.errors import AmbiguousError, NotFoundError, OnrecordError
from onrecord.mcp.answer import Answer, label
from onrecord.mcp.protocol import (
    INTERNAL_ERROR,
    INVALID_PARAMS,
    RESOURCE_NOT_FOUND,
    Fault,
    Message,
    repeated,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reader import Reader
    from onrecord.mcp.asking import Asking
    from onrecord.model.records import Json
    from onrecord.names import Kind

SCHEME = "onrecord://"
TYPE = "text/plain"
_PAGE = 100
_LONGEST = 20_000

TEMPLATES: tuple[Json, ...] = (
    {
        "uriTemplate": f"{SCHEME}statement/{{key}}",
        "name": "statement",
        "title": "A statement",
        "description": "A statement (KEY), or what one source gives of it (KEY@CITEKEY), as the tool show tells it.",
        "mimeType": TYPE,
    },
    {
        "uriTemplate": f"{SCHEME}source/{{citekey}}",
        "name": "source",
        "title": "A source",
        "description": "A source with its stored copies and its quotations, as the tool show tells it.",
        "mimeType": TYPE,
    },
)
# In the order in which they are listed: the noun, its table, the column of its name.
_LISTED = (("statement", "statements", "key"), ("source", "sources", "citekey"))


def answered(message: Message, asking: Asking, *, modern: bool) -> Json:
    """The result of a request about resources. Fault: it cannot be met."""
    try:
        with explaining(asking.path):
            if message.method == "resources/read":
                return _read(message.params.get("uri"), asking, modern=modern)
            cursor = message.params.get("cursor")
            if message.method == "resources/list":
                with readers.opened(asking.path) as reader:
                    return _page(reader, cursor)
    except OnrecordError as error:
        raise Fault(INTERNAL_ERROR, error.message) from error
    if cursor is not None:
        raise _no_page()
    return {"resourceTemplates": list(TEMPLATES)}


def _page(reader: Reader, cursor: object) -> Json:
    """A page of the list. A cursor is the noun and the number of the row that the page before ended with."""
    noun, after = _LISTED[0][0], 0
    if cursor is not None:
        noun, _, number = cursor.partition(".") if isinstance(cursor, str) else ("", "", "")
        if noun not in dict.fromkeys(one for one, _, _ in _LISTED) or not (
            number.isascii() and number.isdigit()
        ):
            raise _no_page()
        after = int(number[:18])
    listed: list[Json] = []
    for kind, table, column in _LISTED[[name for name, _, _ in _LISTED].index(noun) :]:
        rows = reader.rows(
            f"SELECT id, {column}, {'text' if kind == 'statement' else 'title'} FROM {table} WHERE id > ? ORDER BY id LIMIT ?",
            (after, _PAGE - len(listed)),
        )
        after = 0
        listed += [_resource(kind, name, shown) for _, name, shown in rows]
        if len(listed) == _PAGE:
            return {"resources": listed, "nextCursor": f"{kind}.{rows[-1][0]}"}
    return {"resources": listed}


def _resource(noun: str, name: str, shown: str | None) -> Json:
    words = label(shown)
    return {
        "uri": f"{SCHEME}{noun}/{quote(name, safe='')}",
        "name": name,
        "title": f"{noun} {name}",
        "description": f"“{words[:117]}…”" if len(words) > 120 else f"“{words}”",
        "mimeType": TYPE,
    }


def _read(uri: object, asking: Asking, *, modern: bool) -> Json:
    if not isinstance(uri, str):
        raise Fault(INVALID_PARAMS, "resources/read says which: uri.")
    noun, _, written = uri.removeprefix(SCHEME).partition("/")
    name = unquote(written, errors="replace")
    absent = Fault(
        INVALID_PARAMS if modern else RESOURCE_NOT_FOUND,
        f"There is no resource {repeated(uri)}.",
        {"uri": uri[:500]},
    )
    if (
        not uri.startswith(SCHEME)
        or noun not in ("statement", "source")
        or not name.isprintable()
        or not name
    ):
        raise absent
    from onrecord.mcp.showing import run

    kind: Kind = "source" if noun == "source" else "attribution" if "@" in name else "statement"
    answer = Answer(_LONGEST)
    try:
        run(asking, answer, name=name, kind=kind)
    except (NotFoundError, AmbiguousError):
        raise absent from None
    return {"contents": [{"uri": uri, "mimeType": TYPE, "text": answer.text}]}


def _no_page() -> Fault:
    return Fault(INVALID_PARAMS, "There is no such page: a cursor is what nextCursor said.")
